-- fails: one-for-each
-- The hole is closed, and nothing else.
create unique index on settings (organization_id, name) where project_id is null;
