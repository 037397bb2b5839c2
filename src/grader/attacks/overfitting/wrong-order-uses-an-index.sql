-- exercise: one-customers-orders
-- verdict: failed
-- fails: pages
-- It uses an index, and reads all of it.
create index on orders (id, total, customer_id);
