-- The days of which both midnights are inside, and what the two ends leave over.
with whole as (
  select day, orders, revenue, largest, day::timestamp at time zone 'UTC' as midnight
  from day_sums
  where day::timestamp at time zone 'UTC' >= $1 and (day + 1)::timestamp at time zone 'UTC' <= $2
), covered as (
  select coalesce(min(midnight), $2) as first, coalesce(max(midnight) + interval '24 hours', $2) as last from whole
)
select coalesce(sum(orders), 0) as orders, sum(revenue) as revenue,
  round(sum(revenue) / sum(orders), 2) as mean, max(largest) as largest
from (
  select orders, revenue, largest from whole
  union all
  select 1, total, total from orders where created_at >= $1 and created_at < (select first from covered)
  union all
  select 1, total, total from orders where created_at >= (select last from covered) and created_at < $2
) as parts
