-- fails: pages
-- Both columns are in it, in the order in which nothing can be looked up.
create index on order_items (quantity, product_id);
drop index order_items_product_id_idx;
