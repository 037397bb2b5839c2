-- fails: rows
-- Quick, and a column short.
select id, title
from threads
where id = $1::integer
