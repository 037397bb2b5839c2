-- fails: pages
-- The WHERE clause of the whole query, and so the first scan one sees. It runs once; the other runs for each user.
create index on users (organization_id);
