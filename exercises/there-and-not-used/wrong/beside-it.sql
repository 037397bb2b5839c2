-- fails: writes
-- misconception: invalid-index
-- A valid twin: the query is quick, and every order is entered in both.
create index on orders (customer_id, created_at);
