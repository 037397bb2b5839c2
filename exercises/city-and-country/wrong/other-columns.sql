-- fails: close
-- misconception: correlated-columns
-- City and name have nothing to do with each other.
create statistics customers_city_name on city, name from customers;
analyze customers;
