-- exercise: thread-by-number
-- verdict: failed
-- fails: rows
-- The same values under other names: an application would not find them.
select id as number, title as subject, created_at as at from threads where id = $1::integer
