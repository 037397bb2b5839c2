-- fails: pages
-- misconception: sort-not-served
-- The filter's column. Every customer of the country is fetched and sorted.
create index on customers (country);
