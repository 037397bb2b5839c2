select id, created_at, total
from orders
where (created_at, id) < ($1, $2)
order by created_at desc, id desc
limit 20
