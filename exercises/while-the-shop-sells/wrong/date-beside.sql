-- fails: seeks, pages
-- misconception: sort-not-served
-- The date is in the index and not in its order: the orders are still all read and sorted.
create index concurrently orders_customer_id_incl_idx on orders (customer_id) include (created_at);
drop index concurrently orders_customer_id_idx;
