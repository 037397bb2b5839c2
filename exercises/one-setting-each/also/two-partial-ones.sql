-- One rule for those of a project, and one for those of all: so it was written before version 15.
create unique index on settings (organization_id, name, project_id) where project_id is not null;
create unique index on settings (organization_id, name) where project_id is null;
