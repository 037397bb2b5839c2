-- fails: any-history
-- It keeps the rule, and forbids as well that two end on the same day.
create unique index on subscriptions (organization_id, ended_at) nulls not distinct;
