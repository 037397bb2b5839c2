-- exercise: one-customers-orders
-- verdict: sql-error
-- Two thousand million elements.
select array_fill(0, array[2000000000]);
