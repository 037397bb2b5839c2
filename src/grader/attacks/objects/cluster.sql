-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- The rows of a customer side by side: CLUSTER, and then no trace of it in the index.
create index by_customer on orders (customer_id);
cluster orders using by_customer;
alter table orders set without cluster;
