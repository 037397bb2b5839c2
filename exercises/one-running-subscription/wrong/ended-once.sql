-- fails: any-history
-- Those that have ended are in the rule as well, by their beginning and end: two of one day do not fit.
create unique index on subscriptions (
  organization_id, coalesce(ended_at, 'infinity'), (case when ended_at is not null then started_at end)
) nulls not distinct;
