-- exercise: thread-by-number
-- verdict: failed | sql-error | timeout
-- The same as an answer.
select g as id, 'x' as title, created_at from threads, generate_series(1, 2000000) g where threads.id = $1::integer
