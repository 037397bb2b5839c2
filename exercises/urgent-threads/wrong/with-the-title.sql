-- fails: lean
-- Twenty titles are shown, and the index carries sixty thousand.
create index on threads ((metadata->>'priority'), created_at) include (id, title);
