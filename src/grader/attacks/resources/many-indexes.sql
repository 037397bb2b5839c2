-- exercise: one-customers-orders
-- verdict: failed | timeout
-- repeat: 12
-- Twelve wide indexes on the largest table but one.
create index on orders (customer_id, created_at, status, total, reference);
