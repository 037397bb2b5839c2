-- Nobody waits for a lock, but the page is slow until the new index is there.
drop index concurrently orders_customer_id_idx;
create index concurrently on orders (customer_id, created_at);
