-- fails: sql-error
-- NULLS NOT DISTINCT makes two drafts of a page the same.
create unique index on revisions (page_id, version) nulls not distinct;
