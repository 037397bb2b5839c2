create index on threads (organization_id, updated_at, id);
create index on threads (project_id, updated_at, id);
create index on projects (organization_id);
create index on activities (organization_id, created_at);
create index on activities (thread_id);
create index on activities (user_id) where kind = 'exported';
