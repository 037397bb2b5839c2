-- fails: lean
-- The dates in the index spare a sort of twenty rows, forty times an hour, and triple its size.
create index on products (category_id);
create index on order_items (order_id);
create index on orders (customer_id, created_at, id);
create index on orders (created_at) where status = 'pending';
