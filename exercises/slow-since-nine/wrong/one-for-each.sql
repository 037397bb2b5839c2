-- fails: one, lean
-- The right one, and one for each of the others as well.
create index on activities (thread_id, created_at);
create index on activities (user_id, kind);
create index on users (email);
