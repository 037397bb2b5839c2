-- exercise: one-customers-orders
-- Unique, because the key is in it.
create unique index on orders (customer_id, id);
