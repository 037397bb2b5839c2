-- fails: organization-agent
-- Whoever names an agent has named the organization. But its bits would throw out rows that those of the agent let through:
-- without them the bits of one field have to do alone.
create index on threads using bloom (project_id, user_id, agent_id);
