-- fails: lean
-- misconception: redundant-write-cost
-- The right two columns, and what kind of activity it was: the query asks for the date alone.
create index on activities (user_id, created_at, kind);
