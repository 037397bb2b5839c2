-- exercise: one-customers-orders
-- verdict: failed
-- fails: seeks
-- Two hundred megabytes in one cell.
select repeat('x', 200000000);
