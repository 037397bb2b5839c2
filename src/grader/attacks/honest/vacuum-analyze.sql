-- exercise: units-sold
-- VACUUM ANALYZE from habit, and the index after it.
vacuum (analyze) order_items;
create index on order_items (product_id, quantity);
vacuum (verbose) order_items;
