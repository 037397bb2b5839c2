-- exercise: one-customers-orders
-- verdict: refused
-- rule: explain
-- behind: unchanged
-- EXPLAIN goes by the last of two options, and a reader may go by the first.
explain (analyze off, analyze) delete from order_items where order_id > 1000;
