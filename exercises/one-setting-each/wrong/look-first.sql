-- fails: one-for-all, one-for-each
-- Quick to look up before each insert, and no rule: two who look at the same moment both find nothing.
create index on settings (organization_id, name, project_id);
