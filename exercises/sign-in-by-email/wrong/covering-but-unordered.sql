-- fails: seeks, pages
-- misconception: function-on-column
-- All that the query shows is in the index; it is still ordered by the address as typed, and no cheaper to read whole.
create index on customers (email, id, name);
