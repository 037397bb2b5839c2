-- Materialized, but after the condition that narrows it.
with recent as materialized (
  select id, created_at, total
  from orders
  where created_at >= '2021-01-01 00:00+00' and customer_id = $1
)
select id, created_at, total from recent order by id
