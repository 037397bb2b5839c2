-- fails: found, pages
-- misconception: or-across-columns
-- An index for searching without regard to capitals. The query does not ask that way, so one side of its OR has no index.
create index on customers (phone);
create index on customers (lower(email));
