-- fails: seeks, pages
-- The first line of the copy of ten. The list was retired long ago and did not run once in this hour.
create index on activities (organization_id, created_at);
