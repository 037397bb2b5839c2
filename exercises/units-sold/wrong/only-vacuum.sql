-- fails: covered, fetches, pages
-- Tidying up alone does not give the query anything to seek in.
vacuum order_items;
