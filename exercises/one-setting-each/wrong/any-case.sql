-- fails: own-ones
-- Capitals taken for the same name. That may be wise for addresses, and is a rule that nobody asked for.
create unique index on settings (organization_id, lower(name), project_id) nulls not distinct;
