create index on threads (agent_id) where agent_id is not null;
