select count(*) as orders, sum(total) as revenue
from orders_by_quarter
where to_char(created_at at time zone 'UTC', 'YYYY-MM') = to_char($1::date, 'YYYY-MM')
