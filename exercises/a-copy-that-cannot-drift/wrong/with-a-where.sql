-- fails: kept
-- Every row meets the condition. A foreign key takes no index that has one.
create unique index on threads (organization_id, id) where id > 0;
create index on activities (thread_id);
