create index on activities (kind desc, created_at) with (fillfactor = 95);
