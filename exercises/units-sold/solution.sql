create index on order_items (product_id) include (quantity);
vacuum order_items;
