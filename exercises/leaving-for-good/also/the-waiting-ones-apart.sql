create index on activities (user_id, created_at);
create index on threads (user_id);
-- The list has an index of its own; that of all threads is read by the foreign key alone.
create index on threads (user_id, id) where agent_id is null;
