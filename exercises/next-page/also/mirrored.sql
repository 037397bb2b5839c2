select o.id, o.created_at, o.total
from orders as o
where ($1, $2) > (o.created_at, o.id)
order by o.created_at desc, o.id desc
fetch first 20 rows only
