-- fails: pages
-- Unique for all addresses that are not empty, which are all. The import is right; the search does not say that its address is not empty, and cannot use it.
create unique index on customers (lower(email)) where email <> '';
