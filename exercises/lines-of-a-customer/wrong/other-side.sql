-- fails: seeks, no-hash, pages
-- misconception: duplicate-index
-- The other side of the join: it has had this index since it was made, as its primary key.
create index on orders (id);
