-- fails: bytes, orders-writes
-- misconception: redundant-write-cost
-- An index for every query: two are for the same beginning, and the report's costs each order more than it saves.
create index on orders (customer_id, created_at);
create index on orders (customer_id, created_at, total);
create index on orders (created_at, id) where status = 'pending';
create index on orders (reference);
create index on orders (created_at);
create index on order_items (order_id);
create index on customers (lower(email));
