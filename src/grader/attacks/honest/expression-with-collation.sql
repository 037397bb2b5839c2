-- exercise: sign-in-by-email
-- The collation written out.
create index on customers (lower(email collate "default"));
