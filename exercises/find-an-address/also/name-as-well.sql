-- One index for two searches; it costs the space of both.
create index on customers using gin (email gin_trgm_ops, name gin_trgm_ops);
