-- fails: lean
-- misconception: redundant-write-cost
-- The right order, and the rest of the order carried along. The query asks for nothing of it.
create index on orders (customer_id, created_at) include (id, status, total, reference);
