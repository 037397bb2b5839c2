-- fails: spill, hashed, close
-- misconception: spilled-to-disk
-- Days, not months. Statistics serve the expression they are about, to the letter.
create statistics orders_day on date_trunc('day', created_at) from orders;
analyze orders;
