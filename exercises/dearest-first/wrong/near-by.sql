-- fails: rows
-- "The next twenty cost nearly the same." Where nothing does, the list ends before its end.
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
  where total < $1 and total > $1 * 0.5
  order by total desc, created_at, id
  limit 20
)
order by total desc, created_at, id
limit 20
