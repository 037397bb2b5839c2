-- The other direction: PostgreSQL reads either of them from both ends.
create index concurrently orders_latest on orders (customer_id, created_at desc);
drop index concurrently if exists orders_customer_id_idx;
