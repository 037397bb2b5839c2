-- exercise: one-customers-orders
-- verdict: refused
-- rule: explain
-- behind: unchanged
-- A view that stays, made by looking.
explain analyze create materialized view fewer as select * from orders where customer_id = 42;
