-- fails: index-alone, pages
-- "The planner is wrong, so its statistics are old." Its estimates are right, and so is its choice.
analyze order_items;
analyze products;
