create unique index on free_stock (category_id, warehouse_id, sku);
