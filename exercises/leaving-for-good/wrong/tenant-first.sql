-- fails: deletes
-- The organization in front of everything, by habit. The check of a foreign key names the user and nothing else.
create index on threads (organization_id, user_id, agent_id);
create index on activities (organization_id, user_id, created_at);
