-- fails: refreshes
-- Unique, and serves the reader. CONCURRENTLY asks for plain columns.
create unique index on free_stock (warehouse_id, category_id, lower(sku));
