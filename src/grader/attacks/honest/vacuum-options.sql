-- exercise: units-sold
-- Every option that VACUUM takes.
create index on order_items (product_id) include (quantity);
vacuum (freeze, skip_locked, index_cleanup on, truncate off, parallel 0, buffer_usage_limit '1MB') order_items;
