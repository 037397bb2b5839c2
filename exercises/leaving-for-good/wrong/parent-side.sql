-- fails: feed, waiting, deletes
-- misconception: duplicate-index
-- The row that goes is found by the primary key already. What is not found are the rows that refer to it.
create index on users (id);
