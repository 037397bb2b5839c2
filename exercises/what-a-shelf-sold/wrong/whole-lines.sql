-- fails: lean
-- misconception: redundant-write-cost
-- Everything that a line has, in case somebody asks.
create index on order_items (product_id, quantity, price, order_id, id);
drop index order_items_product_id_idx;
