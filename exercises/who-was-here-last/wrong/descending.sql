-- fails: no-sort, pages
-- misconception: sort-not-served
-- DESC alone puts the NULLs first, as ORDER BY would.
create index on users (organization_id, last_seen_at desc);
