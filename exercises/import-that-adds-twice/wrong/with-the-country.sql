-- fails: one-each
-- The same address from another country is taken for somebody else. Whoever moves is added a second time.
create unique index on customers (lower(email), country);
