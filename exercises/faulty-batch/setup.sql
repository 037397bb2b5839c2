create index orders_created_at_idx on orders (created_at);
create index order_items_product_id_order_id_idx on order_items (product_id, order_id);
