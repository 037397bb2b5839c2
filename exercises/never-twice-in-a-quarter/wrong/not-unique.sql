-- fails: unique
create index on orders_by_quarter (reference);
