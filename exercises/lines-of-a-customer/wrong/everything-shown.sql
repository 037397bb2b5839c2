-- fails: lean
-- The whole line in the index: as large as the table, and written as often.
create index on order_items (order_id, product_id, quantity, price, id);
