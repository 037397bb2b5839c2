-- The total in third place, or nothing where there are fewer, and all that cost at least as much.
select id, created_at, total
from orders
where customer_id = $1 and total >= coalesce((
  select total from orders where customer_id = $1 order by total desc offset 2 limit 1
), 0)
order by total desc, id
