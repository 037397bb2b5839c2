-- fails: lean, writes
-- misconception: redundant-write-cost
-- No stamp in it, and all else that a user has: dear to whoever signs up.
drop index users_organization_id_last_seen_at_idx;
create index on users (organization_id) include (name, email, role, id);
vacuum full users;
