-- fails: rows
-- The fence is gone, and with it the condition that was inside.
select id, created_at, total
from orders
where customer_id = $1
order by id
