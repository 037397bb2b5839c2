-- fails: seeks, pages
-- misconception: wrong-leading-column
-- Both columns with their directions, but by date first: countries are scattered all over it.
create index on customers (created_at desc, country);
