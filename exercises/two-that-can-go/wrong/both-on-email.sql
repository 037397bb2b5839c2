-- fails: sign-in, one-address
-- misconception: duplicate-index
-- Each of the two is superfluous only as long as the other is there.
drop index users_email_idx;
drop index users_email_key;
drop index users_organization_id_idx;
