-- exercise: one-customers-orders
-- verdict: sql-error
-- A gigabyte in one cell, which is more than PostgreSQL gives.
select repeat('x', 1100000000);
