-- fails: colleagues, admins
-- misconception: duplicate-index
-- Two indexes on the organization, so both look superfluous.
drop index users_email_idx;
drop index users_organization_id_idx;
drop index users_organization_id_role_idx;
