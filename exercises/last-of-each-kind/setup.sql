create index activities_kind_created_at_idx on activities (kind, created_at);
