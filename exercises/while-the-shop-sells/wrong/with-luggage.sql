-- fails: lean
-- misconception: redundant-write-cost
-- The twenty rows are in the index as a whole. So is every other order.
create index concurrently orders_latest on orders (customer_id, created_at) include (id, total);
drop index concurrently orders_customer_id_idx;
