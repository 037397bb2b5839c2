-- fails: seeks, pages
-- misconception: function-on-column
-- A smaller GIN over the tags alone; the query compares the column and not this part of it.
create index on threads using gin ((metadata->'tags'));
