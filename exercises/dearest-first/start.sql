select id, reference, total, created_at
from orders
where total < $1
  or (total = $1 and created_at > $2)
  or (total = $1 and created_at = $2 and id > $3)
order by total desc, created_at, id
limit 20
