-- fails: rows
-- The sum over no parts is NULL, and the number of no orders is 0.
with midnights as (
  select
    date_trunc('day', $1::timestamptz, 'UTC') + interval '24 hours' as first,
    date_trunc('day', $2::timestamptz, 'UTC') as last
)
select sum(orders) as orders, sum(revenue) as revenue,
  round(sum(revenue) / sum(orders), 2) as mean, max(largest) as largest
from (
  select orders, revenue, largest
  from day_sums, midnights
  where day >= (first at time zone 'UTC')::date and day < (last at time zone 'UTC')::date
  union all
  select 1, total, total
  from orders, midnights
  where created_at >= $1 and created_at < least(first, $2)
  union all
  select 1, total, total
  from orders, midnights
  where created_at >= greatest(first, last) and created_at < $2
) as parts
