-- Nobody waits for a lock. Until the new index is there the page reads the whole table: the other order spares it that.
drop index concurrently orders_customer_id_idx;
create index concurrently on orders (customer_id, created_at);
