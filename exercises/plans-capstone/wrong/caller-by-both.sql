-- fails: budget
-- misconception: or-across-columns
-- One index on both columns, where each side of the OR needs its own.
create index on orders (customer_id, created_at);
create index on order_items (order_id);
create index on customers (phone, email);
create index on orders (coupon, created_at) where coupon is not null;
create statistics customers_place (dependencies) on city, country from customers;
create statistics orders_month on date_trunc('month', created_at) from orders;
analyze;
