-- fails: lean
-- misconception: redundant-write-cost
-- One more column than the query asks for, and the entries are no longer shared.
create index on order_items (product_id, quantity, order_id);
vacuum order_items;
