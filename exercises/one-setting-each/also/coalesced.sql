-- A number that no project has, in place of NULL.
create unique index on settings (organization_id, name, coalesce(project_id, 0));
