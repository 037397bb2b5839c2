-- exercise: one-customers-orders
-- verdict: failed
-- fails: nothing-idle
-- Either would do; both are paid for.
create index first on orders (customer_id);
create index second on orders (customer_id);
