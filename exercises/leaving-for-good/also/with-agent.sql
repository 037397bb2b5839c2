-- The list's other column behind the user: a little less to fetch, and the key still begins with the user.
create index on threads (user_id, agent_id);
create index on activities (user_id, created_at desc);
