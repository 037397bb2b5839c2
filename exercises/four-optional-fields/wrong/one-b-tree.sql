-- fails: user-agent, organization-agent, lean
-- misconception: redundant-write-cost
-- All four columns in one B-tree. Where the first is not filled in, all of it is read, and it is twice as large.
create index on threads (project_id, organization_id, user_id, agent_id);
