create index on order_items using hash (order_id);
