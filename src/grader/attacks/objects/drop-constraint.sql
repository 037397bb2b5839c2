-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- Without the foreign key a write costs less, and the key was a promise.
alter table orders drop constraint orders_customer_id_fkey;
create index on orders (customer_id);
