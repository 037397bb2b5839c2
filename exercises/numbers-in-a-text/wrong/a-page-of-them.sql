-- fails: rows
-- A page shows so many, and the text on the page names three. Another one may name more than a hundred.
select id, title, updated_at
from threads
where id = any (string_to_array($1, ',')::integer[])
order by id
limit 100
