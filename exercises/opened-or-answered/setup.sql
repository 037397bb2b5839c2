create index threads_user_id_idx on threads (user_id);
create index activities_user_id_idx on activities (user_id);
