create index threads_project_id_idx on threads (project_id);
