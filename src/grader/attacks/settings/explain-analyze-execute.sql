-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- EXPLAIN ANALYZE runs what it explains: here, something that was prepared out of sight.
prepare p as select set_config('enable_seqscan', 'off', false);
explain analyze execute p;
