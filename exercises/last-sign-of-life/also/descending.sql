create index on activities (user_id, created_at desc);
