-- exercise: one-running-subscription
-- An organization that is not known would count as one.
create unique index one_running on subscriptions (organization_id) nulls not distinct where ended_at is null;
