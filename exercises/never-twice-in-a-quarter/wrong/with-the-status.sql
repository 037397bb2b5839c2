-- fails: unique
-- It finds the order, and refuses the second only as long as the first has not been shipped.
create unique index on orders_by_quarter (reference, created_at, status);
