-- fails: close, pages
-- misconception: stale-statistics
-- Cleans up dead rows and counts pages; statistics of columns are collected by ANALYZE.
vacuum orders;
vacuum customers;
