-- fails: close
-- misconception: correlated-columns
-- ndistinct counts the pairs: it helps GROUP BY, not WHERE.
create statistics customers_city_country (ndistinct) on city, country from customers;
analyze customers;
