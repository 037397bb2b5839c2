-- Nobody asks for the organization alone, and a user or a project has only one.
create index on threads using bloom (project_id, user_id, agent_id);
