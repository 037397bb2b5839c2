-- fails: seeks, pages
-- misconception: function-on-column
-- The obvious index. It is ordered by the address as typed, and the query asks for something else.
create index on customers (email);
