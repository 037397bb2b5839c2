-- fails: follow-pages
-- The column that changes is indexed. Of the largest organization that is every fifth row.
create unique index on threads (organization_id, id);
create index on activities (organization_id);
