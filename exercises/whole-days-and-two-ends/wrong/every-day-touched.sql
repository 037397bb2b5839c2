-- fails: rows
-- From the day of the one end to the day of the other. What lies outside on these two days is counted as well.
select coalesce(sum(orders), 0) as orders, sum(revenue) as revenue,
  round(sum(revenue) / sum(orders), 2) as mean, max(largest) as largest
from day_sums
where day between ($1::timestamptz at time zone 'UTC')::date and ($2::timestamptz at time zone 'UTC')::date
