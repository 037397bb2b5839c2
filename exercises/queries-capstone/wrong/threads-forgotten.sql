-- fails: hour
-- The busiest table has its indexes; the inbox still sorts all threads.
create index on activities (organization_id, created_at);
create index on activities (thread_id);
create index on activities (user_id) where kind = 'exported';
