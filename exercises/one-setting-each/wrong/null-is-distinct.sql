-- fails: one-for-all
-- Every column that matters, and NULL equals nothing: the settings for all projects are outside of the rule.
create unique index on settings (organization_id, name, project_id);
