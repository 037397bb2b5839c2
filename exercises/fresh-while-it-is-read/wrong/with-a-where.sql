-- fails: refreshes
-- Unique, and all rows are in it today. CONCURRENTLY takes no index with a WHERE.
create unique index on free_stock (warehouse_id, category_id, sku) where free > 0;
