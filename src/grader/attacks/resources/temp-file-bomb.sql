-- exercise: one-customers-orders
-- verdict: sql-error | timeout
-- A sort that needs more disk than there is.
select * from (select repeat(md5(a.id::text), 100) as x from orders a, generate_series(1, 3) g) s order by x limit 1 offset 500000;
