create index on threads using gin (metadata jsonb_path_ops);
