-- fails: rows
-- The numbers have five digits today.
select id, title, created_at
from threads
where id = to_number($1, '99999')::integer
