create index activities_organization_id_idx on activities (organization_id);
