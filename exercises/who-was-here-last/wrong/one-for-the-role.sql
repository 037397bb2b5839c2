-- fails: nothing-idle
-- misconception: redundant-write-cost
-- The right index, and a second one that was made on the way there and is read by nothing.
create index on users (organization_id, last_seen_at desc nulls last);
create index on users (role);
