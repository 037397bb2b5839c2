-- exercise: one-customers-orders
-- A partial index that every value can use: equality implies that there is one.
create index on orders (customer_id) where customer_id is not null;
