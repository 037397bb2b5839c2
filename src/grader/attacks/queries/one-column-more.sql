-- exercise: thread-by-number
-- verdict: failed
-- fails: rows
-- More than was asked for.
select id, title, created_at, metadata from threads where id = $1::integer
