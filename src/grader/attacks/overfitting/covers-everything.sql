-- exercise: one-customers-orders
-- verdict: failed
-- fails: lean
-- An index that holds the whole table is a second table.
create index on orders (customer_id) include (id, created_at, status, total, reference, coupon, note);
