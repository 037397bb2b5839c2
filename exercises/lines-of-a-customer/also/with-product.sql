create index on order_items (order_id, product_id);
