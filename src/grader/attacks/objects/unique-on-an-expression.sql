-- exercise: a-stamp-with-every-click
-- verdict: failed
-- fails: lean
-- A stricter rule in place of the one that stood there. The rows that are written to be measured must not collide under it.
drop index users_organization_id_last_seen_at_idx;
drop index users_email_key;
create unique index on users (lower(email));
create index on users (organization_id);
vacuum full users;
