-- fails: one-running
-- The rule for as many numbers as there will be for some years.
create unique index on subscriptions (organization_id) where ended_at is null and id < 10000;
