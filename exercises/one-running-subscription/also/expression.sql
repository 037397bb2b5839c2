-- Told apart by an expression that is NULL for all that have ended; and NULLs are never equal.
create unique index on subscriptions ((case when ended_at is null then organization_id end));
