-- fails: one-each
-- The search is quick. An index that is not unique decides nothing.
create index on customers (lower(email));
