-- fails: seeks, pages
-- The customer is what the query wants to know, not what it knows.
create index on sessions using hash (customer_id);
