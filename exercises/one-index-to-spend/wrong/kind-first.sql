-- fails: pages
-- Both columns of the subquery, but the one that keeps a half of all rows comes first.
create index on activities (kind, created_at);
