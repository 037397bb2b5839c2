create index on sessions using hash (token);
