-- fails: rows
-- The three highest totals. After two orders in the first place there is no second.
select id, created_at, total
from orders
where customer_id = $1 and total in (
  select distinct total from orders where customer_id = $1 order by total desc limit 3
)
order by total desc, id
