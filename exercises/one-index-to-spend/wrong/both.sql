-- fails: one
-- misconception: redundant-write-cost
-- Each of the two helps. The budget is one.
create index on activities (user_id);
create index on users (organization_id);
