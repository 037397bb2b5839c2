-- fails: seeks, no-hash, pages
-- misconception: wrong-leading-column
-- The primary key in front makes every entry distinct, and none of them can be found by its order.
create index on order_items (id, order_id);
