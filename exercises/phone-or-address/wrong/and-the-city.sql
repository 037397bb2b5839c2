-- fails: nothing-idle
-- misconception: redundant-write-cost
-- Somebody will look for customers of a city one day. The query does not.
create index on customers (phone);
create index on customers (email);
create index on customers (city);
