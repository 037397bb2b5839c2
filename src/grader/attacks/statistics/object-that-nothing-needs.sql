-- exercise: city-and-country
-- verdict: failed
-- fails: nothing-idle
-- The right columns, and two more that have nothing to do with it.
create statistics on city, country from customers;
create statistics on city, name from customers;
analyze customers;
