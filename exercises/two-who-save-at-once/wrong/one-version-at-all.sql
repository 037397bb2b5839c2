-- fails: sql-error
-- Versions are counted for each page, and not over all of them.
create unique index on revisions (version);
