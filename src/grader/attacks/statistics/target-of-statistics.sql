-- exercise: city-and-country
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- As many pairs as there are, where the server keeps fewer.
create statistics of_place on city, country from customers;
alter statistics of_place set statistics 10000;
analyze customers;
