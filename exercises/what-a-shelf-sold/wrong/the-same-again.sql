-- fails: index-alone, pages, writes
-- misconception: duplicate-index
-- The index is ignored, so it must be broken. It is not: what it leads to is dear.
create index on order_items (product_id);
