-- A second column does no harm as long as it never changes.
vacuum full users;
drop index users_organization_id_last_seen_at_idx;
create index on users (organization_id, id);
