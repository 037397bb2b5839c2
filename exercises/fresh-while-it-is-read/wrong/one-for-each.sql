-- fails: lean
-- One for the refresh and one for the reader, where one will do.
create unique index on free_stock (product_id, warehouse_id);
create index on free_stock (warehouse_id, category_id, sku);
