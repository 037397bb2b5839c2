-- exercise: one-customers-orders
-- EXPLAIN without ANALYZE does nothing.
explain delete from orders where customer_id = 42;
create index on orders (customer_id);
explain (costs off) update orders set total = 0 where customer_id = 42;
