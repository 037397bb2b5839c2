-- fails: seeks, no-hash, pages
-- misconception: join-without-index
-- A foreign key, but not the one that this join follows.
create index on order_items (product_id);
