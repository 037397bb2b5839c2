create index on threads using bloom (organization_id, project_id, user_id, agent_id);
