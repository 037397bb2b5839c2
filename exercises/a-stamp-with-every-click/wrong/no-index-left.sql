-- fails: colleagues
-- Cheap to write, and the list of colleagues reads everybody.
drop index users_organization_id_last_seen_at_idx;
vacuum full users;
