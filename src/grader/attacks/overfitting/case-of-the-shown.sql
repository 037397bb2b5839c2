-- exercise: one-customers-orders
-- verdict: failed
-- fails: seeks
-- A CASE that is null for everybody else.
create index on orders ((case when customer_id = 42 then customer_id end));
