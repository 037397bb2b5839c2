-- The quantity as a passenger: larger, since such entries are not deduplicated.
create index on order_items (product_id) include (quantity);
drop index order_items_product_id_idx;
