-- fails: lean
-- misconception: redundant-write-cost
-- Including every column makes any query index-only, and the index as big as the table.
create index on order_items (product_id) include (quantity, price, order_id, id);
vacuum order_items;
