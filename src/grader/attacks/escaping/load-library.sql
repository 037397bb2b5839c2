-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- Code of one's own.
load 'auto_explain';
