-- exercise: sign-in-by-email
-- The function by its full name.
create index on customers (pg_catalog.lower(email));
