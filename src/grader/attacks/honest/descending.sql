-- exercise: one-customers-orders
-- Backwards: an index is read both ways.
create index on orders (customer_id desc, id desc);
