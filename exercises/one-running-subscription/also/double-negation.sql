create unique index on subscriptions (organization_id) where not (ended_at is not null);
