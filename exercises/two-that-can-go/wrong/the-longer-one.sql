-- fails: admins
-- misconception: duplicate-index
-- The larger of the two looks like the luxury; it is the one that can do both.
drop index users_email_idx;
drop index users_organization_id_role_idx;
