-- exercise: one-customers-orders
-- verdict: sql-error
-- A NUL ends a text for some readers and not for others.
create index on orders (customer_id);␀ set enable_seqscan = off;
