-- fails: lean
-- All that the list shows, in the index.
create index on threads ((metadata->>'priority'), created_at) include (id, title, metadata);
