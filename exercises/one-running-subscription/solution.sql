create unique index on subscriptions (organization_id) where ended_at is null;
