-- With the organization in it the index serves a second screen, and is larger.
create index on threads using gist (tstzrange(created_at, updated_at), organization_id);
