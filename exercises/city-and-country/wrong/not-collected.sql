-- fails: close
-- misconception: stale-statistics
-- The definition alone: nothing has been counted yet.
create statistics customers_city_country (dependencies) on city, country from customers;
