create unique index on revisions (page_id, version);
