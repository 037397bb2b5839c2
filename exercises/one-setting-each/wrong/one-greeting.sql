-- fails: own-ones
-- The rule, and another one that fits today: only one project of each organization has a greeting so far.
create unique index on settings (organization_id, name, project_id) nulls not distinct;
create unique index on settings (organization_id) where name = 'greeting';
