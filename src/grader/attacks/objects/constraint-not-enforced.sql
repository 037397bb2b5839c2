-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- The constraint is still there. It is no longer enforced.
alter table orders alter constraint orders_customer_id_fkey not enforced;
create index on orders (customer_id);
