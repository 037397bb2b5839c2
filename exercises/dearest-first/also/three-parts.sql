-- Without a comparison of rows: the rest of the minute, the rest of the sum, and what is cheaper.
select id, reference, total, created_at
from (
  (select id, reference, total, created_at from orders
    where total = $1 and created_at = $2 and id > $3 order by id limit 20)
  union all
  (select id, reference, total, created_at from orders
    where total = $1 and created_at > $2 order by created_at, id limit 20)
  union all
  (select id, reference, total, created_at from orders
    where total < $1 order by total desc, created_at, id limit 20)
) as page
order by total desc, created_at, id
limit 20
