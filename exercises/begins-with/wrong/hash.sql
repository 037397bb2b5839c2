-- fails: seeks, pages
-- A hash finds a text that is known as a whole, and nothing of a part of it.
create index on orders using hash (reference);
