-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- behind: timeout
-- Waits.
select pg_sleep(600);
