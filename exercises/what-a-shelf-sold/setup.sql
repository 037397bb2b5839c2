create index order_items_product_id_idx on order_items (product_id);
