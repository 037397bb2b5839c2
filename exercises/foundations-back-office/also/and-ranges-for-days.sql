-- What is saved on the lines would pay for a covering index of the shelf as well.
create index on products (category_id, name) include (id, price);
create index on order_items using brin (order_id) with (pages_per_range = 16);
create index on orders (customer_id);
create index on orders (created_at) where status = 'pending';
create index on orders using brin (created_at) with (pages_per_range = 16);
