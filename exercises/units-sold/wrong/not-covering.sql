-- fails: covered, fetches, pages
-- misconception: select-star
-- The usual index on the foreign key: it finds the lines and leaves their quantities in the table.
create index on order_items (product_id);
vacuum order_items;
