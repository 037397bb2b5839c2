-- exercise: orders-of-a-day
-- verdict: failed
-- fails: rows
-- The first row and all that tie with it: the right day, unless nobody bought anything on it.
select id, total from orders where created_at >= $1 order by date_trunc('day', created_at) fetch first 1 rows with ties
