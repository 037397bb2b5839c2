-- fails: single, lean, writes
-- misconception: redundant-write-cost
-- The quickest to read by far. Three entries for every thread, and it is one index that was asked for.
create index on threads (project_id);
create index on threads (user_id);
create index on threads (agent_id);
