-- fails: rows
-- Thirty days hath September. In a leap year February has one more.
select count(*) as orders, sum(total) as revenue
from orders_by_quarter
where created_at >= $1::date::timestamp at time zone 'UTC'
  and created_at < (
    $1::date + (array[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])[extract(month from $1::date)::integer]
  )::timestamp at time zone 'UTC'
