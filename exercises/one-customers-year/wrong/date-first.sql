-- fails: pages
-- misconception: range-before-equality
-- The range comes first "because the query sorts by date": for a small customer all entries of the year are read.
create index on orders (created_at, customer_id);
