-- fails: seeks, pages
-- misconception: range-before-equality
-- The primary key with the customer behind it: it is in the order of the id.
create index on orders (id, customer_id);
