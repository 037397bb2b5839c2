-- fails: seeks, pages, spill
-- misconception: materialized-fence
-- Without the word, and referred to twice: then PostgreSQL materializes it on its own account.
with recent as (
  select id, customer_id, created_at, total
  from orders
  where created_at >= '2021-01-01 00:00+00'
)
select id, created_at, total
from recent
where customer_id = $1 and id >= (select min(id) from recent)
order by id
