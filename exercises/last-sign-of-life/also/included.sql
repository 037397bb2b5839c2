-- The date as luggage: not in order, but a user has few of them, and all lie in one leaf.
create index on activities (user_id) include (created_at);
