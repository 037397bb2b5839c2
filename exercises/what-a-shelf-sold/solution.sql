create index on order_items (product_id, quantity);
drop index order_items_product_id_idx;
