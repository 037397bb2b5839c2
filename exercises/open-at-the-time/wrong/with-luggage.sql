-- fails: lean
-- What the list shows, and whom to call, comes along with each range; for fewer than two hundred threads at a time.
create index on threads using gist (tstzrange(created_at, updated_at))
include (id, organization_id, project_id, user_id, agent_id, title);
