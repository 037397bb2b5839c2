-- exercise: thread-by-number
-- verdict: failed
-- fails: seeks
-- A line comment at the end swallows what stands on the same line behind it.
select id, title, created_at from threads where id::bigint::text = $1 --
