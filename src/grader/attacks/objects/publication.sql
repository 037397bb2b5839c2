-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A table that is published needs more of each update in WAL.
create publication everything for all tables;
