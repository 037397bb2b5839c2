-- fails: seeks, pages
-- misconception: low-selectivity
-- BRIN is tiny and quick to build, so why not everywhere? A customer's orders lie in every part of the table.
create index on orders using brin (customer_id);
