-- Read backwards, this is the same order within a company.
create index on users (organization_id desc, last_seen_at asc nulls first);
