-- fails: seeks, pages
-- misconception: materialized-fence
-- A subquery in FROM is merged into the query, unless it ends in OFFSET 0: the old way to build the same fence.
select id, created_at, total
from (
  select id, customer_id, created_at, total
  from orders
  where created_at >= '2021-01-01 00:00+00'
  offset 0
) as recent
where customer_id = $1
order by id
