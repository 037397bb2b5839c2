-- fails: spill, sort
-- misconception: spilled-to-disk
-- Both columns, and the wrong one first: the orders of a customer lie scattered over five years of it.
create index on orders (created_at, customer_id);
