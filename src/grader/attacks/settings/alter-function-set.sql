-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A setting on a function that every comparison calls.
alter function pg_catalog.int4eq(integer, integer) set enable_seqscan = off;
