create index on orders (customer_id, created_at);
create index on orders (created_at, id) where status = 'pending';
create index on orders (reference);
create index on order_items (order_id);
create index on customers (lower(email));
