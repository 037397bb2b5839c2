-- fails: list-pages
-- misconception: wrong-leading-column
-- The columns in the order of the foreign key. It does not ask for that, and the list does.
create unique index on threads (id, organization_id);
create index on activities (thread_id);
