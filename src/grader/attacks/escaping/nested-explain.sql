-- exercise: one-customers-orders
-- verdict: refused
-- rule: explain
-- behind: unchanged
-- EXPLAIN of something that EXPLAIN would carry out.
explain (analyze, costs off) create table fewer as select * from orders where customer_id = 42;
