-- fails: seeks, pages
-- misconception: sort-not-served
-- "Latest first, and what has no date last": DESC asks for NULL first, so this index gives another order.
create index concurrently on orders (customer_id, created_at desc nulls last);
drop index concurrently orders_customer_id_idx;
