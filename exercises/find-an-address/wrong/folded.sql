-- fails: seeks, pages
-- misconception: function-on-column
-- ILIKE ignores case, so the index should fold it; but the query compares email, and ILIKE needs no help.
create index on customers using gin (lower(email) gin_trgm_ops);
