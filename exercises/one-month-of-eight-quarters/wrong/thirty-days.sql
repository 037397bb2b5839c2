-- fails: rows
select count(*) as orders, sum(total) as revenue
from orders_by_quarter
where created_at >= $1::date::timestamp at time zone 'UTC'
  and created_at < ($1::date + interval '30 days') at time zone 'UTC'
