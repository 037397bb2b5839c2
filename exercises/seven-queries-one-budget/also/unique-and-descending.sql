create index on orders (customer_id, created_at desc);
create index on orders (created_at) where status = 'pending';
create unique index on orders (reference);
create index on order_items (order_id);
create unique index on customers (lower(email));
analyze customers;
