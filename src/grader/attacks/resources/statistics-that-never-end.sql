-- exercise: city-and-country
-- verdict: timeout | sql-error
-- An expression that ANALYZE works out for every row.
create statistics on (length(regexp_replace(repeat(city, 20000), '(.*)*x', ''))), country from customers;
analyze customers;
