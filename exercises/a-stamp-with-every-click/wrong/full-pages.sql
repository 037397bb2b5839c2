-- fails: stays
-- The index is gone, and the pages are as full as before: fillfactor is about rows that are written from now on.
drop index users_organization_id_last_seen_at_idx;
create index on users (organization_id);
