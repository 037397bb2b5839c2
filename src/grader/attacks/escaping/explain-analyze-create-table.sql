-- exercise: one-customers-orders
-- verdict: refused
-- rule: explain
-- behind: unchanged
-- EXPLAIN ANALYZE of CREATE TABLE AS creates it.
explain analyze create table kept as select * from orders;
