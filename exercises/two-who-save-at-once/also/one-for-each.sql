-- The rule, and the drafts for themselves.
create unique index on revisions (page_id, version) where version is not null;
create index on revisions (page_id) where version is null;
