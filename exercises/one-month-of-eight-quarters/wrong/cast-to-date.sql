-- fails: one, pages
-- misconception: partition-key-in-function
select count(*) as orders, sum(total) as revenue
from orders_by_quarter
where (created_at at time zone 'UTC')::date >= $1::date
  and (created_at at time zone 'UTC')::date < $1::date + interval '1 month'
