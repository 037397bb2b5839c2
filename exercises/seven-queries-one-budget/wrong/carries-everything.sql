-- fails: bytes, orders-writes
-- Index-only scans everywhere: a second copy of both tables, written with each row.
create index on orders (customer_id, created_at) include (id, status, total);
create index on orders (created_at, id) where status = 'pending';
create index on orders (reference) include (id, customer_id, status);
create index on order_items (order_id, id) include (product_id, quantity, price);
create index on customers (lower(email)) include (id, name);
