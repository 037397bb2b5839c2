-- fails: join-pages, list-pages, small
-- misconception: redundant-write-cost
-- Ordered by the thread, so the threads of an agent are everywhere in it.
create index on threads (id) where agent_id is not null;
