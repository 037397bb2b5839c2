-- fails: lean
-- The name for an index-only scan. The row is fetched all the same, since the query names email.
create index on customers (lower(email)) include (id, name, city);
