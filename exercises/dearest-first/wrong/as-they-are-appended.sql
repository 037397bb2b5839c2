-- fails: rows
-- The parts are sorted and one stands behind the other, so the rows come in order; nothing asks for it, and a plan may append them otherwise.
(
  select id, reference, total, created_at
  from orders
  where total = $1 and (created_at, id) > ($2, $3)
  order by created_at, id
  limit 20
)
union all
(
  select id, reference, total, created_at
  from orders
  where total < $1
  order by total desc, created_at, id
  limit 20
)
limit 20
