-- fails: pages
-- Grouped by day from the orders. It is how the table of sums was made, and reads as much.
select coalesce(sum(orders), 0) as orders, sum(revenue) as revenue,
  round(sum(revenue) / sum(orders), 2) as mean, max(largest) as largest
from (
  select count(*) as orders, sum(total) as revenue, max(total) as largest
  from orders
  where created_at >= $1 and created_at < $2
  group by (created_at at time zone 'UTC')::date
) as days
