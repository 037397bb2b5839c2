-- fails: pages
-- The customer is asked for inside. The planner had carried that condition there by itself.
select id, created_at, total
from (
  select id, created_at, total, rank() over (order by total desc) as place
  from orders
  where customer_id = $1
) as ranked
where place <= 3
order by total desc, id
