-- exercise: thread-by-number
-- verdict: sql-error
-- A comment that is never closed would swallow whatever the grader writes behind the query.
select id, title, created_at from threads where id = $1::integer /*
