-- exercise: thread-by-number
-- A comparison of rows.
select t.id, t.title, t.created_at from threads as t where (t.id, true) = ($1::integer, true)
