-- fails: rows
-- The day of a moment is another in New York. The sums are those of days in UTC.
with midnights as (
  select
    date_trunc('day', $1::timestamptz) + interval '1 day' as first,
    date_trunc('day', $2::timestamptz) as last
)
select coalesce(sum(orders), 0) as orders, sum(revenue) as revenue,
  round(sum(revenue) / sum(orders), 2) as mean, max(largest) as largest
from (
  select orders, revenue, largest
  from day_sums, midnights
  where day >= first::date and day < last::date
  union all
  select 1, total, total
  from orders, midnights
  where created_at >= $1 and created_at < least(first, $2)
  union all
  select 1, total, total
  from orders, midnights
  where created_at >= greatest(first, last) and created_at < $2
) as parts
