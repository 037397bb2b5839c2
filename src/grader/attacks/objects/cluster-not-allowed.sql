-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- The rows of a customer side by side, where only an index is asked for.
create index by_customer on orders (customer_id);
cluster orders using by_customer;
