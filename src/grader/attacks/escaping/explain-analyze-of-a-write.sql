-- exercise: one-customers-orders
-- verdict: refused
-- rule: explain
-- behind: unchanged
-- EXPLAIN ANALYZE does what it explains.
explain analyze delete from order_items where order_id > 1000;
