-- fails: deletes
-- Both lists have their index. Neither serves a foreign key: one leaves rows out, the other begins with the organization.
create index on threads (user_id) where agent_id is null;
create index on activities (organization_id, user_id, created_at);
