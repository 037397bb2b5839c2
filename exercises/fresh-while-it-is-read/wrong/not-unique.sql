-- fails: refreshes
-- Right for the reader. A plain index tells nobody which row belongs to which.
create index on free_stock (warehouse_id, category_id, sku);
