-- exercise: one-running-subscription
-- verdict: failed | sql-error
-- fails: one-running
-- A rule, and not the one.
create unique index on subscriptions (organization_id, plan, status);
