-- exercise: one-customers-orders
-- verdict: failed
-- fails: seeks
-- An index on whether it is the shown customer.
create index on orders ((customer_id = 42));
