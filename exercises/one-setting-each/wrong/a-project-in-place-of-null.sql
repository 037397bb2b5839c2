-- fails: own-ones
-- NULL is taken for a number, and the number is one that a project has.
create unique index on settings (organization_id, name, coalesce(project_id, 25));
