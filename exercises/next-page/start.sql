select id, created_at, total
from orders
order by created_at desc, id desc
limit 20
offset (
  select count(*) from orders
  where created_at > $1 or (created_at = $1 and id >= $2)
)
