-- Written in the order in which the list is read. And what belongs to no thread is looked up by nobody.
create unique index on threads (organization_id, id desc);
create index on activities (thread_id, organization_id) where thread_id is not null;
