-- exercise: one-customers-orders
-- verdict: sql-error | timeout | failed
-- More than a gigabyte, put together bit by bit.
select length(string_agg(repeat(o.reference, 2000), '')) from orders o;
