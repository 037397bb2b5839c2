-- exercise: thread-by-number
-- verdict: refused
-- rule: one-statement
-- One of the two will be right.
select id, title, created_at from threads where id = $1::integer; select id, title, created_at from threads
