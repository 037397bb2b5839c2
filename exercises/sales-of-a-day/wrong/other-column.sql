-- fails: seeks, pages
-- The id grows with time as well, but the query does not mention it.
create index on orders using brin (id);
