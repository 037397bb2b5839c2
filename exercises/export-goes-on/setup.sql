create index order_items_order_id_idx on order_items (order_id);
