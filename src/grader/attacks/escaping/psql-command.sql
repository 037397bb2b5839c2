-- exercise: one-customers-orders
-- verdict: sql-error
-- Commands of psql, which is not there.
\set ON_ERROR_STOP off
\o | sh
create index on orders (customer_id);
