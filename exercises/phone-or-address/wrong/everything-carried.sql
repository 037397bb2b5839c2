-- fails: lean
-- misconception: redundant-write-cost
-- Each index carries the whole answer. For one customer at a time that saves a page and costs megabytes.
create index on customers (phone) include (id, name, email);
create index on customers (email) include (id, name, phone);
