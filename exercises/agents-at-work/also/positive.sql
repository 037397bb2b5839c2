-- "not (... is null)" says the same.
create index on threads (agent_id) where not agent_id is null;
