-- exercise: one-customers-orders
-- verdict: failed
-- fails: lean
-- repeat: 12
-- Forty indexes on the largest table there is.
create index on orders (customer_id, created_at, status, total, reference);
