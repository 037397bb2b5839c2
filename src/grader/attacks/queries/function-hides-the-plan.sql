-- exercise: orders-of-a-day
-- verdict: refused
-- rule: function
-- behind: sql-error
-- A function is a black box in a plan: no scan of orders is seen.
select * from orders_of($1) as o (id integer, total numeric)
