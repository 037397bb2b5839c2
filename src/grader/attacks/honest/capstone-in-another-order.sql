-- exercise: plans-capstone
-- The statistics first, hash indexes for the two equalities.
create statistics if not exists customers_place (mcv, dependencies) on city, country from customers;
create statistics orders_month on date_trunc('month', created_at) from orders;
analyze (verbose) customers (city, country);
analyze orders;
create index concurrently on orders (customer_id, created_at desc);
create index on order_items using btree (order_id);
create index on customers using hash (phone);
create index on customers using hash (email);
create index on orders (coupon, created_at) where (coupon is not null);
