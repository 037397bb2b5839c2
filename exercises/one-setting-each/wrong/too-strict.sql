-- fails: own-ones
-- One of each name for an organization. It fits all that is there today, and forbids the second project its own.
create unique index on settings (organization_id, name);
