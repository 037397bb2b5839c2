-- fails: rows
-- The lists that one sees are short. Nobody said how long they may get.
select id, title, updated_at
from threads
where id = any ((string_to_array($1, ',')::integer[])[1:5])
order by id
