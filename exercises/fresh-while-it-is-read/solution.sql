create unique index on free_stock (warehouse_id, category_id, sku);
