-- fails: sql-error
-- Only what the query compares. There are dozens of rows for each pair.
create unique index on free_stock (warehouse_id, category_id);
