-- fails: user-agent, organization-agent
-- Bits for two of the fields only. Where one of them is left out, the other has to do alone.
create index on threads using bloom (project_id, agent_id);
