-- fails: pages
-- misconception: wrong-leading-column
-- The date leads: quick for a large company, whose users turn up soon. For a small one the index is read to its end.
create index on users (last_seen_at desc nulls last, organization_id);
