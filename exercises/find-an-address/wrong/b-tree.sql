-- fails: seeks, pages
-- misconception: leading-wildcard
-- The address is what is searched, so the address gets an index.
create index on customers (email);
