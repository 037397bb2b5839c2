create index on threads (organization_id, updated_at desc);
