-- fails: sql-error
-- One row for each page. It has a history.
create unique index on revisions (page_id);
