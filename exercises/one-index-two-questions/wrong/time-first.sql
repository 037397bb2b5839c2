-- fails: minute
-- misconception: range-before-equality
-- It finds both, and the frequent one reads half a year of all kinds.
create index on activities (created_at, kind);
