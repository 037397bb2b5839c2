create index on activities using hash (user_id);
