-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- Rows from a file.
copy orders from '/tmp/orders.txt';
