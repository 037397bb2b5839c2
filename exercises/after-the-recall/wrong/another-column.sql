-- fails: close, pages
-- misconception: stale-statistics
-- The column of the join. The one that changed is another.
analyze orders (customer_id);
