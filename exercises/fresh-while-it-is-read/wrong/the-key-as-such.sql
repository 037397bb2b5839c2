-- fails: seeks, pages
-- misconception: wrong-leading-column
-- The key as one would write it down. It can be refreshed, and the reader reads everything.
create unique index on free_stock (product_id, warehouse_id);
