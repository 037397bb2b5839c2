-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A built-in function that is said to cost a million moves filters about.
alter function pg_catalog.int4eq(integer, integer) cost 1000000;
