-- fails: seeks, pages
-- The name is in the address as well, but the query does not say so.
create index on customers using gin (name gin_trgm_ops);
