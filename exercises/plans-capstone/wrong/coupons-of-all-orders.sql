-- fails: lean, writes
-- Everything right but one: the campaign's index lists the orders without a coupon as well.
create index on orders (customer_id, created_at);
create index on order_items (order_id);
create index on customers (phone);
create index on customers (email);
create index on orders (coupon, created_at);
create statistics customers_place (dependencies) on city, country from customers;
create statistics orders_month on date_trunc('month', created_at) from orders;
analyze;
