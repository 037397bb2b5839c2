-- fails: bytes, orders-writes
-- misconception: redundant-write-cost
-- Right for all seven, with 198,000 orders in the queue that nobody will ever pack again.
create index on orders (customer_id, created_at);
create index on orders (status, created_at, id);
create index on orders (reference);
create index on order_items (order_id);
create index on customers (lower(email));
