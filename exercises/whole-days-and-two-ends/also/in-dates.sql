-- The ends as dates, and the midnights made of them.
with parts as (
  select orders, revenue, largest
  from day_sums
  where day > ($1::timestamptz at time zone 'UTC')::date
    and day < ($2::timestamptz at time zone 'UTC')::date
  union all
  select count(*), sum(total), max(total)
  from orders
  where created_at >= $1
    and created_at < least($2, (($1::timestamptz at time zone 'UTC')::date + 1)::timestamp at time zone 'UTC')
  union all
  select count(*), sum(total), max(total)
  from orders
  where ($1::timestamptz at time zone 'UTC')::date < ($2::timestamptz at time zone 'UTC')::date
    and created_at >= date_trunc('day', $2::timestamptz, 'UTC') and created_at < $2
)
select sum(orders) as orders, sum(revenue) as revenue, round(sum(revenue) / nullif(sum(orders), 0), 2) as mean,
  max(largest) as largest
from parts
