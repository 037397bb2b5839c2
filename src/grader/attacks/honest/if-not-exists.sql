-- exercise: one-customers-orders
-- Written so that it can be run twice, and run twice.
create index if not exists orders_customer on orders (customer_id);
create index if not exists orders_customer on orders (customer_id);
