-- fails: rows
-- The last second of the month is not its end: what is ordered within it belongs to no month.
select count(*) as orders, sum(total) as revenue
from orders_by_quarter
where created_at >= $1::date::timestamp at time zone 'UTC'
  and created_at <= ($1::date + interval '1 month' - interval '1 second') at time zone 'UTC'
