-- fails: drafts-pages
-- The rule is about what has a version, and so is the index. The drafts are still looked for in the whole table.
create unique index on revisions (page_id, version) where version is not null;
