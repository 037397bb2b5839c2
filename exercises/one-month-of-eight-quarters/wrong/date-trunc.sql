-- fails: one, pages
-- misconception: partition-key-in-function
select count(*) as orders, sum(total) as revenue
from orders_by_quarter
where date_trunc('month', created_at, 'UTC') = $1::date::timestamp at time zone 'UTC'
