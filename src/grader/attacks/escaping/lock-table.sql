-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- A lock that the grader would wait for.
begin;
lock table orders in access exclusive mode;
