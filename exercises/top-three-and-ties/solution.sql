select id, created_at, total
from (
  select id, created_at, total
  from orders
  where customer_id = $1
  order by total desc
  fetch first 3 rows with ties
) as dearest
order by total desc, id
