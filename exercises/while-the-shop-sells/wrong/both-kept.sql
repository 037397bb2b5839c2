-- fails: writes
-- misconception: redundant-write-cost
-- The old index answers nothing any more, and every order is still entered in it.
create index concurrently orders_customer_id_created_at_idx on orders (customer_id, created_at);
