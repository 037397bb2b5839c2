-- exercise: thread-by-number
-- verdict: sql-error | timeout
-- The same as an answer.
with recursive r as (select 1 as n union all select 1 - n from r) select id, title, created_at from threads, r where n > 5 and id::text = $1
