-- exercise: city-and-country
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- What ANALYZE found of the columns together is a row of a catalog, too.
create statistics of_place (dependencies, ndistinct) on city, country from customers;
analyze customers;
update pg_statistic_ext_data set stxdndistinct = null;
