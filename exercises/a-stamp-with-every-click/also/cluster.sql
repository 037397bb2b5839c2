-- Written anew in the order of the organizations: room in the pages, and colleagues side by side.
drop index users_organization_id_last_seen_at_idx;
create index users_organization_id_idx on users (organization_id);
cluster users using users_organization_id_idx;
