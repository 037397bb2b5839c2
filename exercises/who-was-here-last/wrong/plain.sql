-- fails: no-sort, pages
-- misconception: sort-not-served
-- The obvious index. Backwards, it begins with the users who were never here.
create index on users (organization_id, last_seen_at);
