-- fails: close, pages
-- misconception: stale-statistics
-- The nested loop is about customers, so their statistics are suspected; they are as good as new.
analyze customers;
