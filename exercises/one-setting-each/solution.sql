create unique index on settings (organization_id, name, project_id) nulls not distinct;
