-- fails: lean
-- Names and cities are searched some day, too. Nobody has asked yet.
create index on customers using gin (email gin_trgm_ops, name gin_trgm_ops, city gin_trgm_ops);
