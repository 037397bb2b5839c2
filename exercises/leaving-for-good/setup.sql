create index threads_organization_id_user_id_idx on threads (organization_id, user_id);
