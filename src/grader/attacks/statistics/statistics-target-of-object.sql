-- exercise: city-and-country
-- verdict: refused
-- rule: statement-kind
-- behind: close
-- The same for an extended statistics object.
create statistics cc (dependencies) on city, country from customers;
alter statistics cc set statistics 0;
analyze customers;
