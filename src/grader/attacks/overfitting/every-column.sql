-- exercise: one-customers-orders
-- verdict: failed
-- fails: writes
-- One of them will be the right one.
create index on orders (customer_id);
create index on orders (created_at);
create index on orders (status);
create index on orders (total);
create index on orders (reference);
create index on orders (coupon);
create index on orders (note);
