-- exercise: one-customers-orders
-- The operator class written out, with its schema.
create index on only public.orders using btree (customer_id pg_catalog.int4_ops asc nulls last);
