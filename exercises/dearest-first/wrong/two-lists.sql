-- fails: rows
-- Both parts are right, and nobody takes the first twenty of the two together.
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
order by total desc, created_at, id
