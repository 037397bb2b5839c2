-- exercise: units-sold
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- The same where VACUUM is allowed.
update order_items set quantity = 1 where product_id <> 607;
vacuum (freeze) order_items;
create index on order_items (product_id) include (quantity);
