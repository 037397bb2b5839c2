-- exercise: orders-of-a-day
-- verdict: refused
-- rule: schema
-- behind: rows
-- pg_stats has most common values, with no table to read.
select id, total from orders, pg_stats where tablename = 'orders' and created_at = $1
