-- exercise: one-customers-orders
-- verdict: failed
-- fails: lean
-- Pages that are a tenth full.
create index on orders (customer_id) with (fillfactor = 10);
