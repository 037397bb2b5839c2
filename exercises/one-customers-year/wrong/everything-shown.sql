-- fails: lean
-- An index-only scan for twenty rows, at the price of most of the table.
create index on orders (customer_id, created_at, id) include (total, status, reference);
