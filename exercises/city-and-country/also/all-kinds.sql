create statistics on country, city from customers;
analyze customers (city, country);
