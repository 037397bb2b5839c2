-- exercise: a-stamp-with-every-click
-- verdict: failed
-- fails: lean
-- The id is carried and is no part of what is unique: rows that differ in it alone collide.
drop index users_organization_id_last_seen_at_idx;
drop index users_email_key;
create unique index on users (email) include (id);
create index on users (organization_id);
vacuum full users;
