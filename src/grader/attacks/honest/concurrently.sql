-- exercise: one-customers-orders
-- As one would on a live server.
create index concurrently orders_customer_idx on orders (customer_id);
