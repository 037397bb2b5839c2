create index users_created_at_idx on users (created_at);
create index projects_created_at_idx on projects (created_at);
