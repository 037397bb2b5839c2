create index on threads ((metadata->>'priority'), created_at);
