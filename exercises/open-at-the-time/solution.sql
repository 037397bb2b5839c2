create index on threads using gist (tstzrange(created_at, updated_at));
