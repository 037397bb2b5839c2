-- exercise: one-customers-orders
-- verdict: failed | timeout
-- Two hundred megabytes in one cell.
select repeat('x', 200000000);
