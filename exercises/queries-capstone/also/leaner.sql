-- Without the id at the end, with no index on projects, and without the activities that are about no thread.
create index on threads (organization_id, updated_at desc);
create index on threads (project_id, updated_at desc);
create index on activities (organization_id, created_at);
create index on activities (thread_id) where thread_id is not null;
create index on activities (user_id) where kind = 'exported';
