-- exercise: one-customers-orders
-- Equality is all that a hash index does, and all that is asked.
create index on orders using hash (customer_id);
