create statistics customers_city_country (dependencies) on city, country from customers;
analyze customers;
