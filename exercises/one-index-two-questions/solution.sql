create index on activities (kind, created_at);
