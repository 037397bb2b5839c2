-- exercise: thread-by-number
-- verdict: failed
-- fails: rows
-- The same to look at, and no number and no time any more.
select id::text as id, title, created_at::text as created_at from threads where id = $1::integer
