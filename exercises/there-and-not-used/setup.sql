-- What CREATE INDEX CONCURRENTLY leaves when it is cancelled while it waits for older transactions: full, and not valid.
create index orders_customer_id_idx on orders (customer_id, created_at);
update pg_index set indisvalid = false where indexrelid = 'orders_customer_id_idx'::regclass;
