-- fails: one-running
-- Quick to find, and no rule.
create index on subscriptions (organization_id) where ended_at is null;
