-- fails: join-seeks, join-pages, unchanged
-- misconception: partial-not-implied
-- Every agent has a positive number; the queries do not say so.
create index on threads (agent_id) where agent_id > 0;
