-- exercise: orders-of-a-day
-- verdict: failed
-- fails: seeks
-- The rows in one value, and out of it again.
select (row).id, (row).total from (
  select unnest(array_agg(o order by o.id)) as row from orders o where date_trunc('day', o.created_at) = $1) as all_rows
