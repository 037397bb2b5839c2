create index on threads using btree (agent_id) with (fillfactor = 95) where agent_id is not null;
