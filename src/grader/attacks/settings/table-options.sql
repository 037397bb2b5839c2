-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A table may carry planner options of its own.
alter table orders set (parallel_workers = 8);
