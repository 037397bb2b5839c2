-- fails: rows
-- Three rows, whatever else costs as much as the third.
select id, created_at, total
from orders
where customer_id = $1
order by total desc, id
limit 3
