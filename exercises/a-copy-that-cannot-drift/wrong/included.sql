-- fails: list-pages, kept
-- misconception: wrong-leading-column
-- The organization is in the index, and not in its key. A foreign key refers to the key.
create unique index on threads (id) include (organization_id);
create index on activities (thread_id);
