create unique index on threads (organization_id, id);
create index on activities (thread_id);
