-- The pairs themselves, counted: right for pairs that do not occur as well.
create statistics customers_place (mcv) on city, country from customers;
analyze customers;
