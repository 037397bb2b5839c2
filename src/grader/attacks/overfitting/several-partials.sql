-- exercise: one-customers-orders
-- verdict: failed
-- fails: unchanged
-- A partial index for each range: together they cover every value there is today.
create index on orders (customer_id) where customer_id <= 20000;
create index on orders (customer_id) where customer_id > 20000;
