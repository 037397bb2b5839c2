-- The indexes of a database that is being made ready to be divided by tenant: each begins with the tenant.
create index on threads (organization_id, project_id);
create index on activities (organization_id, thread_id);
