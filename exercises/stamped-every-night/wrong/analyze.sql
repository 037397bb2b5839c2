-- fails: pages
-- The planner now knows how large the table is. It still has to read all of it.
analyze inventory;
