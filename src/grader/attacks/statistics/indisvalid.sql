-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- An index that is marked invalid is not used: so much for the primary key.
update pg_index set indisvalid = false where indexrelid = 'orders_pkey'::regclass;
create index on orders (customer_id);
