-- fails: spill, hashed, close
-- misconception: stale-statistics, spilled-to-disk
-- The order form alone: nothing has been counted yet.
create statistics orders_month on date_trunc('month', created_at) from orders;
