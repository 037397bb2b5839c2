select count(*) as orders, sum(total) as revenue, round(avg(total), 2) as mean, max(total) as largest
from orders
where created_at >= $1 and created_at < $2
