-- exercise: thread-by-number
-- verdict: failed
-- fails: rows
-- The shown thread and those that one guesses.
select id, title, created_at from threads where id in (1, 10, 4711) and id::text = $1
