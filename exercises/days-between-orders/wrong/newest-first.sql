-- fails: sort
-- Sorted by both, one of them the other way round than the window wants it.
create index on orders (customer_id, created_at desc);
