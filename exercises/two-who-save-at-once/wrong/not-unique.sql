-- fails: one-of-two
-- Both lookups are quick. An index that is not unique refuses nobody.
create index on revisions (page_id, version);
