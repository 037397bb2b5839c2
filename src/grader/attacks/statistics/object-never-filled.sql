-- exercise: city-and-country
-- verdict: failed
-- fails: nothing-idle
-- Made after ANALYZE: it costs nothing today.
create statistics on city, country from customers;
analyze customers;
create statistics on country, phone from customers;
