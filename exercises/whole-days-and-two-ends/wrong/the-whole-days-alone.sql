-- fails: rows
-- What is in the table of sums, and the two ends are left out.
with midnights as (
  select
    date_trunc('day', $1::timestamptz, 'UTC') + interval '24 hours' as first,
    date_trunc('day', $2::timestamptz, 'UTC') as last
)
select coalesce(sum(orders), 0) as orders, sum(revenue) as revenue,
  round(sum(revenue) / sum(orders), 2) as mean, max(largest) as largest
from (
  select orders, revenue, largest
  from day_sums, midnights
  where day >= (first at time zone 'UTC')::date and day < (last at time zone 'UTC')::date
) as parts
