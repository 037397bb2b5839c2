-- fails: seeks, pages
-- misconception: invalid-index
-- The migration once more. There is an index of that name, so it does nothing.
create index concurrently if not exists orders_customer_id_idx on orders (customer_id, created_at);
