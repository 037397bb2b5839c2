-- exercise: one-customers-orders
-- As an editor on Windows saves it.
-- by customer
create index orders_customer
	on orders (customer_id);

