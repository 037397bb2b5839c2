select count(*) as orders, sum(total) as revenue
from orders_by_quarter
where created_at >= $1::date::timestamp at time zone 'UTC'
  and created_at < ($1::date + interval '1 month') at time zone 'UTC'
