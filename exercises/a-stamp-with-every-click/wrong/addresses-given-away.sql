-- fails: addresses
-- One index less for a stamp that is not HOT to write to. With it goes the rule that it kept.
drop index users_organization_id_last_seen_at_idx;
drop index users_email_key;
create index on users (organization_id);
vacuum full users;
