-- fails: sql-error
-- misconception: unique-without-partition-key
create unique index on orders_by_quarter (reference);
