-- The products of the shelf by an index as well. It is not what made the plan dear, and it is read.
create index on order_items (product_id, quantity);
create index on products (category_id);
drop index order_items_product_id_idx;
