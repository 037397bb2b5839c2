-- fails: pages
-- misconception: wrong-leading-column
-- In the order of the sort, with the status behind: all entries before the first pending order are read.
create index on orders (id, status);
