-- fails: lean
-- The whole document, and its tags once more.
create index on threads using gin (metadata, (metadata->'tags'));
