-- By the key of the product. What is found is sorted, some forty rows.
create unique index on free_stock (warehouse_id, category_id, product_id);
