-- fails: lean
-- One for the foreign key and one for the list, where one will do.
create unique index on threads (id, organization_id);
create index on threads (organization_id, id);
create index on activities (thread_id);
