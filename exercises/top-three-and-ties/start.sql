select id, created_at, total
from (
  select
    id, customer_id, created_at, total,
    rank() over (partition by customer_id order by total desc) as place
  from orders
) as ranked
where customer_id = $1 and place <= 3
order by total desc, id
