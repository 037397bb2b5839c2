-- fails: join-seeks, join-pages, list-seeks, list-pages
-- misconception: duplicate-index
-- The parent's side of the foreign key. It has had an index since it has a primary key.
create index on agents (id);
