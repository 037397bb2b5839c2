-- fails: lean
-- The right statement, and all that it shows in the index.
create index on activities (thread_id, created_at) include (id, user_id, kind);
