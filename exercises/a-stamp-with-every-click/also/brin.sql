-- Users of one organization lie side by side, and a stamp stays in its page: a BRIN index finds the pages, at 24 kB.
cluster users using users_organization_id_last_seen_at_idx;
drop index users_organization_id_last_seen_at_idx;
create index on users using brin (organization_id) with (pages_per_range = 8);
