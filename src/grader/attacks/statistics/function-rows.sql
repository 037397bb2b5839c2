-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A set of rows that is said to be one.
alter function pg_catalog.generate_series(integer, integer) rows 1;
