-- Another name and another direction; the remains are dropped.
create index concurrently orders_history on orders (customer_id, created_at desc);
drop index if exists orders_customer_id_idx;
