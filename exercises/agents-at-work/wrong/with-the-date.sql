-- fails: small
-- misconception: redundant-write-cost
-- The order of the list as well. An agent has a dozen threads; they are sorted in no time.
create index on threads (agent_id, updated_at) where agent_id is not null;
