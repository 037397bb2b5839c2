-- fails: open
-- The right index, and every new order waits until it is built.
create index orders_customer_id_created_at_idx on orders (customer_id, created_at);
drop index concurrently orders_customer_id_idx;
