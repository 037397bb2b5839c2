-- exercise: city-and-country
-- verdict: failed
-- fails: close
-- ANALYZE of a catalog-sized table instead of the one that matters.
create statistics on city, country from customers;
analyze categories;
