-- exercise: worth-a-look
-- ANALYZE twice finds the same.
create index concurrently worth on order_items ((quantity * price)) with (fillfactor = 100);
analyze (verbose) order_items;
analyze order_items;
