-- exercise: one-customers-orders
-- verdict: failed
-- fails: nothing-idle
-- Within every budget, and nothing reads the second.
create index on orders (customer_id);
create index on orders (status);
