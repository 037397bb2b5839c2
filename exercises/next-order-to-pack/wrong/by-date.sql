-- fails: pages
-- misconception: sort-not-served
-- Old and new is about time; but the query sorts by id.
create index on orders (status, created_at);
