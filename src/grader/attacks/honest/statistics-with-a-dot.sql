-- exercise: city-and-country
-- A statistics object whose name has dots in it.
create statistics "place.of.a.customer" (dependencies) on city, country from customers;
analyze customers;
