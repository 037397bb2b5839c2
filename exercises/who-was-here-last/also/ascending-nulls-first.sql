-- One company at a time: the direction of the first column does not matter.
create index on users (organization_id, last_seen_at nulls first);
