-- fails: hour
-- The most frequent query on the largest table, and nothing for those that run a little less often.
create index on orders (customer_id, created_at);
create index on order_items (order_id);
