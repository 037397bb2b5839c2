-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- An operator without an estimator has another selectivity.
alter operator pg_catalog.= (integer, integer) set (restrict = neqsel);
