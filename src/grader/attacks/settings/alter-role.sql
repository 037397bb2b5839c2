-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Not this session: every session from the next one on.
alter role current_user set enable_seqscan = off;
