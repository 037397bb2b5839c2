-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: seeks
-- The same, backwards.
rollback;
set enable_seqscan = off;
