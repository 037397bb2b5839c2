-- fails: covered, fetches, pages
-- misconception: visibility-map-not-set
-- The index holds everything, so it should be enough: but every page had an update and must be looked at.
create index on order_items (product_id) include (quantity);
