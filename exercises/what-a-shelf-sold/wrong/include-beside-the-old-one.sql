-- fails: writes
-- misconception: duplicate-index
-- The same with the quantity as a passenger. It answers without the table; the old one does nothing any longer.
create index on order_items (product_id) include (quantity);
