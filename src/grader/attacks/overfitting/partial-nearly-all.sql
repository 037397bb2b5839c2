-- exercise: one-customers-orders
-- verdict: failed
-- fails: unchanged
-- Everything but one value that nobody asks for. A prepared statement cannot use it.
create index on orders (customer_id) where customer_id <> 39999;
