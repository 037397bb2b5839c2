-- fails: lean
-- misconception: redundant-write-cost
-- The order of the window, and the id behind it to be sure. The window asks for no more than two columns.
create index on orders (customer_id, created_at, id);
