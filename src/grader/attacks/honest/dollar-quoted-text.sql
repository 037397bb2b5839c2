-- exercise: one-customers-orders
-- Text in dollar quotes that reads like a statement.
select $note$ set enable_seqscan = off; commit; $note$ as note;
create index on orders (customer_id);
