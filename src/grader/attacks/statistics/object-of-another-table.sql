-- exercise: sales-by-month
-- verdict: failed
-- fails: nothing-idle
-- The expression that the query groups by, and two columns that it does not compare.
create statistics on date_trunc('month', created_at) from orders;
create statistics on customer_id, status from orders;
analyze orders;
