-- fails: list-pages, kept
-- The activities of a thread are found. The pair that they refer to is not unique yet.
create index on activities (thread_id, organization_id);
