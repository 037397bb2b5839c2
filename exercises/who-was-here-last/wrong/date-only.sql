-- fails: pages
-- misconception: wrong-leading-column
-- The right order, of everybody: other companies are in the way.
create index on users (last_seen_at desc nulls last);
