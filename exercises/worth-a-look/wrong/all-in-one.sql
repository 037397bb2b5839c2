-- fails: lean
-- misconception: redundant-write-cost
-- Everything that the query shows, in the index, for some dozens of lines.
create index on order_items ((quantity * price)) include (id, order_id, product_id, quantity);
analyze order_items;
