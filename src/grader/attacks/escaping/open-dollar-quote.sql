-- exercise: one-customers-orders
-- verdict: sql-error
-- A quote that is never closed.
create index on orders (customer_id); select $x$ ; set enable_seqscan = off
