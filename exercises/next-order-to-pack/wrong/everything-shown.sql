-- fails: lean
-- What the label needs, in the index: the table a second time.
create index on orders (status, id) include (reference, created_at, total, customer_id);
