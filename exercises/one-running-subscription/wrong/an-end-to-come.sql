-- fails: any-history
-- One that ends later still runs today, one might say. But one that runs has no end, and a date in an index stays what it is.
create unique index on subscriptions (organization_id) where ended_at is null or ended_at > '2025-07-01';
