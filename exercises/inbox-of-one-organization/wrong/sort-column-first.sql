-- fails: pages
-- misconception: range-before-equality
-- The right columns the wrong way round: the tenant can only be checked, entry by entry.
create index on threads (updated_at, organization_id);
