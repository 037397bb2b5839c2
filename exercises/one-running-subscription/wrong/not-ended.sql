-- fails: one-running, any-history
-- The status is believed. It is another column, and the query asks whether there is an end.
create unique index on subscriptions (organization_id) where status <> 'ended';
