-- fails: lean
-- misconception: redundant-write-cost
-- The order is right, and the name comes along, for fifteen of forty thousand.
create index on users (organization_id, last_seen_at desc nulls last) include (name);
