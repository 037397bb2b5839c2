-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- behind: sql-error
-- A qualified name of a function that only looks built in.
select public.lower(status) from orders limit 1;
