-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- What the planner asks for the selectivity of a function.
alter function pg_catalog.starts_with(text, text) support pg_catalog.textregexeq_support;
