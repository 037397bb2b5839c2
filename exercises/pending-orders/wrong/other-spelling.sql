-- fails: seeks, pages
-- misconception: partial-not-implied
-- The same rows, said in words from which the planner cannot conclude that they are the same.
create index on orders (created_at, id) where lower(status) = 'pending';
