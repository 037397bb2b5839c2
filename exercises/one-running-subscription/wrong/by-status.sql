-- fails: one-running, any-history
-- One of each status: an active one and one whose payment is due can run side by side.
create unique index on subscriptions (organization_id, status);
