create index on order_items (order_id);
