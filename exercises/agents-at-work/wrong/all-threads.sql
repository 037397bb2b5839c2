-- fails: small
-- misconception: redundant-write-cost
-- Quick, and two thirds of it are NULLs.
create index on threads (agent_id);
