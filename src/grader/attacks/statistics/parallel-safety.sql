-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Two promises about a function that plans depend on.
alter function pg_catalog.int4eq(integer, integer) parallel unsafe leakproof;
