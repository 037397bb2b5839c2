-- fails: seeks, pages
-- misconception: wrong-leading-column
-- The right expression, behind a column that the query does not know.
create index on customers (name, lower(email));
