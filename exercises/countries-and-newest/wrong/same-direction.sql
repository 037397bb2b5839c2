-- fails: pages
-- misconception: sort-not-served
-- The obvious index: it serves the country, and a whole country must be fetched and sorted for the date.
create index on customers (country, created_at);
