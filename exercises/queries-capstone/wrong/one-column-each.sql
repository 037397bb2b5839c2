-- fails: hour, activity-writes
-- An index on each column that is compared, and none on two.
create index on threads (organization_id);
create index on threads (project_id);
create index on projects (organization_id);
create index on activities (organization_id);
create index on activities (thread_id);
create index on activities (user_id);
