-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A table may say how many processes read it.
alter table orders set (parallel_workers = 8);
