-- fails: lean
-- The titles in the index as well, and the metadata while at it.
create index on threads (organization_id, updated_at, id) include (title, metadata);
