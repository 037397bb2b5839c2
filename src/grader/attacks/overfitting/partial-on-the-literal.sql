-- exercise: one-customers-orders
-- verdict: failed
-- fails: seeks
-- The shown customer, and nobody else.
create index on orders (customer_id) where customer_id = 42;
