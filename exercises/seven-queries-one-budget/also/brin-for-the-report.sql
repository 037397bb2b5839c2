-- The month may have an index after all, if it is one of 24 kB.
create index on orders (customer_id, created_at);
create index on orders (created_at, id) where status = 'pending';
create index on orders (reference);
create index on order_items (order_id);
create index on customers (lower(email));
create index on orders using brin (created_at);
