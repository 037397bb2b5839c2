-- A good query, 3,000 times an hour. What does it read, and why?
explain (analyze, buffers)
select count(*) from (
  select id from activities where organization_id = 96 and created_at >= '2025-01-01 00:00+00' limit 100
) as new;
