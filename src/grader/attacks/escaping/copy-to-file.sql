-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- A file on the server’s disk.
copy orders to '/tmp/orders.txt';
