create index on products (category_id);
create index on order_items (order_id);
create index on orders (customer_id);
create index on orders (created_at) where status = 'pending';
