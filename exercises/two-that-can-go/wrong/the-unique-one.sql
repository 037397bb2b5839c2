-- fails: one-address
-- misconception: duplicate-index
-- Both find an address as quickly. Only one of them refuses to have it twice.
drop index users_email_key;
drop index users_organization_id_idx;
