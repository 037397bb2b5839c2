-- fails: lean
-- misconception: redundant-write-cost
-- The text in the index as well, so that the lookup need not visit the table for its one row.
create unique index on revisions (page_id, version) include (author_id, body);
