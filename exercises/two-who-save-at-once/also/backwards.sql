-- As the lookup has it. A B-tree is read from either end.
create unique index on revisions (page_id, version desc);
