select id, total
from orders
where created_at >= $1::timestamptz and created_at < $1::timestamptz + '1 day'
order by id
