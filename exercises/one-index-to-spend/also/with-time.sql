create index on activities (user_id, kind, created_at);
