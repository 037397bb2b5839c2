create index on threads (user_id);
create index on activities (user_id, created_at);
