-- fails: pages
-- misconception: file-not-shorter
-- The planner knows the table better and reads it as before.
vacuum (analyze, freeze) outbox;
