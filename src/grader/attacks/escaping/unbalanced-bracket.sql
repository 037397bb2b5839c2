-- exercise: thread-by-number
-- verdict: sql-error
-- Closes a bracket that the grader may have opened, and opens another.
select 1) as x; set enable_seqscan = off; select (1
