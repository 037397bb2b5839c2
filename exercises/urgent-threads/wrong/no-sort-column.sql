-- fails: pages
-- misconception: sort-not-served
-- Finds all 610 urgent threads, fetches them and sorts them, to keep twenty.
create index on threads ((metadata->>'priority'));
