-- exercise: thread-by-number
-- verdict: refused
-- rule: statement-kind
-- The answer, and then something else.
select id, title, created_at from threads where id = $1::integer; set enable_seqscan = off
