-- Buckets filled to nine tenths instead of three quarters: fewer pages at first.
create index on sessions using hash (token) with (fillfactor = 90);
