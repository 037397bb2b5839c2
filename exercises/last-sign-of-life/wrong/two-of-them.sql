-- fails: lean, writes
-- misconception: redundant-write-cost
-- One index for the condition and one for everything: the second would have done.
create index on activities (user_id);
create index on activities (user_id, created_at, kind);
