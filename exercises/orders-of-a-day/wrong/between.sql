-- fails: rows
-- BETWEEN includes both ends: an order at midnight is on two lists.
select id, total
from orders
where created_at between $1 and $1 + interval '1 day'
order by id
