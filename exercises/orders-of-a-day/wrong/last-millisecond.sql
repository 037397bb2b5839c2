-- fails: rows
-- The end of the day written out, to the millisecond. PostgreSQL counts microseconds.
select id, total
from orders
where created_at between $1 and $1 + interval '23:59:59.999'
order by id
