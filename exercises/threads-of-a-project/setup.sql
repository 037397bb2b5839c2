create index threads_project_id_updated_at_idx on threads (project_id, updated_at);
