-- exercise: thread-by-number
-- verdict: refused
-- rule: explain
-- EXPLAIN is not an answer.
explain select id, title, created_at from threads where id = $1::integer
