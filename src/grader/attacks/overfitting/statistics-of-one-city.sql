-- exercise: city-and-country
-- verdict: failed
-- fails: close
-- Statistics on an expression that knows the shown city only.
create statistics on (city = 'Lyon'), (country = 'France') from customers;
analyze customers;
