create index on activities (thread_id, created_at);
