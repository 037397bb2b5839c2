-- fails: stays
-- VACUUM gives back the room of dead versions. There are none, and it moves no row.
drop index users_organization_id_last_seen_at_idx;
create index on users (organization_id);
vacuum users;
