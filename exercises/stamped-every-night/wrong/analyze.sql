-- fails: pages
-- misconception: file-not-shorter
-- The planner now knows how large the table is. It still has to read all of it.
analyze inventory;
