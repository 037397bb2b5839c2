-- fails: total
-- "183 pages, no index needed": true for one run, and wrong for six hundred.
create index on order_items (order_id);
create index on orders (customer_id);
create index on orders (created_at) where status = 'pending';
