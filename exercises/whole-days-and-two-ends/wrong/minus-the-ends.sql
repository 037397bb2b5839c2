-- fails: rows
-- All days that are touched, less what lies outside. It can be done with sums, and not with the largest.
with ends as (
  select date_trunc('day', $1::timestamptz, 'UTC') as first, date_trunc('day', $2::timestamptz, 'UTC') as last
)
select coalesce(sum(orders), 0) as orders, sum(revenue) as revenue,
  round(sum(revenue) / sum(orders), 2) as mean, max(largest) as largest
from (
  select orders, revenue, largest
  from day_sums, ends
  where day between (first at time zone 'UTC')::date and (last at time zone 'UTC')::date
  union all
  select -1, -total, null
  from orders, ends
  where created_at >= first and created_at < $1
  union all
  select -1, -total, null
  from orders, ends
  where created_at >= $2 and created_at < last + interval '24 hours'
) as parts
