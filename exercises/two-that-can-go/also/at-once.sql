drop index users_organization_id_idx, users_email_idx;
