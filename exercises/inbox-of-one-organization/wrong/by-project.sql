-- fails: seeks, pages
-- misconception: wrong-leading-column
-- An inbox is made of projects, but the query does not name one.
create index on threads (project_id, organization_id);
