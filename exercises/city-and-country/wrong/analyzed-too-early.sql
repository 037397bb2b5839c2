-- fails: close
-- misconception: stale-statistics
-- Both statements, the wrong way round.
analyze customers;
create statistics customers_city_country (dependencies) on city, country from customers;
