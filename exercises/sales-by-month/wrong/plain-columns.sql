-- fails: spill, hashed, close
-- misconception: spilled-to-disk
-- The columns that the query names. How many moments there are was known before.
create statistics orders_time_customer (ndistinct) on created_at, customer_id from orders;
analyze orders;
