-- The organization may stand in the index, as long as the user stands before it.
create index on threads (user_id);
create index on activities (user_id, organization_id, created_at);
