-- fails: sql-error
-- Unique on the side that refers. A thread has many activities.
create unique index on threads (organization_id, id);
create unique index on activities (thread_id, organization_id);
