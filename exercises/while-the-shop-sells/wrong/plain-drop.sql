-- fails: open
-- Built without stopping anybody, and then the strongest lock of all.
create index concurrently orders_customer_id_created_at_idx on orders (customer_id, created_at);
drop index orders_customer_id_idx;
