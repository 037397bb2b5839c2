-- Made anew under the old name, as after any build that failed.
drop index concurrently orders_customer_id_idx;
create index concurrently orders_customer_id_idx on orders (customer_id, created_at);
