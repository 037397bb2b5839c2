-- fails: writes
-- misconception: duplicate-index
-- The new one does all that the old one did, and every order line is written to both.
create index on order_items (product_id, quantity);
