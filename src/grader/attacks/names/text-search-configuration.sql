-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- The configuration that expressions name finds other words.
alter text search configuration english alter mapping for asciiword with simple;
