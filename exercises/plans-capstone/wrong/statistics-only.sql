-- fails: budget
-- All estimates right, and no way to a single row.
create statistics customers_place (dependencies) on city, country from customers;
create statistics orders_month on date_trunc('month', created_at) from orders;
analyze;
