-- exercise: orders-of-a-day
-- verdict: refused
-- rule: row-lock
-- Locks what it reads, which is a write.
select id, total from orders where created_at >= $1 and created_at < $1 + interval '1 day' order by id for update
