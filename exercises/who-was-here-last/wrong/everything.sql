-- fails: lean
-- misconception: redundant-write-cost
-- The order is right, and the whole row comes along to spare fifteen visits to the table.
create index on users (organization_id, last_seen_at desc nulls last) include (id, name, email, role);
