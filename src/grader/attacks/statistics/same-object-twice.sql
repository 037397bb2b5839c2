-- exercise: city-and-country
-- verdict: failed
-- fails: nothing-idle
-- Either would do; both are counted at each ANALYZE.
create statistics one (dependencies) on city, country from customers;
create statistics other (dependencies) on country, city from customers;
analyze customers;
