-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- Checks put off to an end that never comes.
set constraints all deferred;
