-- fails: one-running
-- Two running ones have NULL for their end, and NULL equals nothing: the rule holds for the ended ones only.
create unique index on subscriptions (organization_id, ended_at);
