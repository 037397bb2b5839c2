-- What stands in project_id, where a setting is for all projects? And when are two of those equal?
select * from settings where organization_id = 96 order by name, project_id;
