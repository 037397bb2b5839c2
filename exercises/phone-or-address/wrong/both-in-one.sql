-- fails: found, pages
-- misconception: or-across-columns
-- Both columns are in it, and it can be searched by the first only.
create index on customers (phone, email);
