-- exercise: one-setting-each
-- verdict: failed
-- fails: one-for-all
-- The rule, for three organizations that one guesses it is tried with.
create unique index on settings (organization_id, name, project_id);
create unique index on settings (organization_id, name) where project_id is null and organization_id in (96, 5, 438);
