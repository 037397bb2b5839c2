create unique index users_email_key on users (email);
create index users_organization_id_last_seen_at_idx on users (organization_id, last_seen_at);
alter table users set (fillfactor = 85);
