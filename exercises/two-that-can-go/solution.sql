drop index users_email_idx;
drop index users_organization_id_idx;
