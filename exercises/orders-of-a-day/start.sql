select id, total
from orders
where date_trunc('day', created_at) = $1
order by id
