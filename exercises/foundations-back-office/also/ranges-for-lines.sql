-- The lines of an order lie together, in the order of their orders: 24 kB do for them.
create index on products (category_id);
create index on order_items using brin (order_id) with (pages_per_range = 16);
create index on orders (customer_id);
create index on orders (created_at) where status = 'pending';
