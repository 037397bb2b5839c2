-- fails: pages
-- misconception: wrong-leading-column
-- The date leads: the orders of everybody, latest first, until there are twenty of the customer.
create index concurrently orders_created_at_customer_id_idx on orders (created_at, customer_id);
drop index concurrently orders_customer_id_idx;
