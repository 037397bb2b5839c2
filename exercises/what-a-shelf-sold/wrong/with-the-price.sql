-- fails: lean
-- misconception: redundant-write-cost
-- Pieces today, turnover tomorrow: the price comes along, and nobody asks for it.
create index on order_items (product_id) include (quantity, price);
drop index order_items_product_id_idx;
