create index threads_agent_id_idx on threads (agent_id);
create index activities_thread_id_idx on activities (thread_id);
