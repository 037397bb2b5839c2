-- fails: kept
-- The id is unique, so the pair is. PostgreSQL does not conclude that: it wants an index that says so.
create index on threads (organization_id, id);
create index on activities (thread_id);
