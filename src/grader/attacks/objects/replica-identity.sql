-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- What is written to WAL of an update.
alter table orders replica identity full;
