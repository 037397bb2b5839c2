-- fails: one-of-two
-- Two in the same moment are kept apart. The second comes a minute later.
create unique index on revisions (page_id, version, saved_at);
