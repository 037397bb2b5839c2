-- fails: expects, no-hash, pages
-- misconception: stale-statistics
-- The right index. The planner goes on guessing that one line in three passes, and prepares for that.
create index on order_items ((quantity * price));
