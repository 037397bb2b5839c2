create index threads_organization_id_created_at_idx on threads (organization_id, created_at);
create index threads_agent_id_created_at_idx on threads (agent_id, created_at);
create index threads_created_at_id_idx on threads (created_at, id);
