-- fails: lean
-- The order of the list, and the name behind it. The thirty rows are fetched from the table all the same.
create index on customers (country, created_at desc, id, name);
