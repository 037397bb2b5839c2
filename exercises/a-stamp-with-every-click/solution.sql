drop index users_organization_id_last_seen_at_idx;
create index on users (organization_id);
vacuum full users;
