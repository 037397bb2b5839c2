-- exercise: one-customers-orders
-- verdict: sql-error | timeout
-- Eight thousand million million pairs.
select count(*) from orders a, orders b, orders c where a.total < b.total and b.total < c.total;
