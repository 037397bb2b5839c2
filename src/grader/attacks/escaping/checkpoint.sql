-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- After a checkpoint the first change of a page is logged whole.
checkpoint;
create index on orders (customer_id);
