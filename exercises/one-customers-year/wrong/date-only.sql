-- fails: pages
-- misconception: wrong-leading-column
-- The sort is free, but every order of the year is fetched from the table to look whose it is.
create index on orders (created_at);
