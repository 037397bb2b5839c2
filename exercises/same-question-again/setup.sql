create index threads_organization_id_created_at_idx on threads (organization_id, created_at);
create index activities_created_at_idx on activities (created_at);
