-- The places as pairs, the newest first, and the small indexes carrying a little more.
create index on orders (customer_id, created_at desc);
create index on order_items (order_id desc);
create index on customers (phone) include (id);
create index on customers (email);
create index on orders (coupon, created_at) include (id, total) where coupon is not null;
create statistics customers_place (mcv) on country, city from customers;
create statistics orders_month on date_trunc('month', created_at), status from orders;
analyze;
