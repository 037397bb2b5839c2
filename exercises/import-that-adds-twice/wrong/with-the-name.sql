-- fails: one-each, lean
-- Unique together with the name: who writes the name differently is somebody else.
create unique index on customers (lower(email), name);
