-- fails: lean
-- The right order of texts, with all that the page shows beside it: more than the disk budget.
create index on orders (reference text_pattern_ops) include (total, customer_id, created_at, status);
