-- fails: sql-error
-- A project belongs to one organization, so it seemed enough. Those for all projects then are equal across organizations.
create unique index on settings (project_id, name) nulls not distinct;
