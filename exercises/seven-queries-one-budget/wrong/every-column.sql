-- fails: hour, orders-writes
-- misconception: function-on-column
-- An index on each column that is compared. No two work together, and the address is never compared as it stands.
create index on orders (customer_id);
create index on orders (created_at);
create index on orders (status);
create index on orders (reference);
create index on order_items (order_id);
create index on customers (email);
