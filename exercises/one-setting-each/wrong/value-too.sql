-- fails: one-for-all, one-for-each
-- With the value in it, two settings contradict each other and are still different.
create unique index on settings (organization_id, name, project_id, value) nulls not distinct;
