-- fails: lean
-- The right order, and sixty thousand titles for the twenty-five that are shown.
create index on threads (organization_id, updated_at) include (title);
