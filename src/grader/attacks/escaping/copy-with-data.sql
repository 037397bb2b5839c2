-- exercise: one-customers-orders
-- verdict: sql-error
-- Rows in the script itself.
copy categories from stdin;
99	Other
\.
create index on orders (customer_id);
