-- fails: one-running
-- "Running" taken for "active". One whose payment is due runs as well, and the query does not ask for a status.
create unique index on subscriptions (organization_id) where status = 'active';
