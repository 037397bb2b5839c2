create index on users (organization_id, last_seen_at desc nulls last);
