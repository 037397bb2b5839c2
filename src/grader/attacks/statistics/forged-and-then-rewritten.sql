-- exercise: units-sold
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- The same before VACUUM FULL.
create index on order_items (product_id) include (quantity);
vacuum (analyze) order_items;
update pg_statistic set stanullfrac = 0.9 where starelid = 'order_items'::regclass and staattnum = 3;
vacuum full order_items;
vacuum order_items;
