-- fails: one-running
-- A list of the statuses that there are today, in place of what makes a subscription a running one.
create unique index on subscriptions (organization_id) where ended_at is null and status in ('active', 'past_due');
