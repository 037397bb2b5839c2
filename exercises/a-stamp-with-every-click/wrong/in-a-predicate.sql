-- fails: stays
-- The column stands in the WHERE of the index only. A stamp may take a row in or out of it, so it counts as indexed.
drop index users_organization_id_last_seen_at_idx;
create index on users (organization_id) where last_seen_at is not null;
vacuum full users;
