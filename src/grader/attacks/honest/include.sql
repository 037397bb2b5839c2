-- exercise: one-customers-orders
-- The total in the index, beside the key.
create index on orders (customer_id) include (total);
