-- fails: pages
-- misconception: parts-apart
-- Keys and values are entries of their own here: the index finds documents that have both, somewhere.
create index on threads using gin (metadata);
