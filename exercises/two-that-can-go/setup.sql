create unique index users_email_key on users (email);
create index users_email_idx on users (email);
create index users_organization_id_idx on users (organization_id);
create index users_organization_id_role_idx on users (organization_id, role);
