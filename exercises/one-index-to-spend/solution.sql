create index on activities (user_id);
