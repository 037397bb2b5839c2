-- fails: one-of-two
-- Nobody saves a version twice, and two people still do.
create unique index on revisions (page_id, version, author_id);
