-- fails: lean
-- misconception: redundant-write-cost
-- Right for each of the questions, and twice as much to write.
create index on activities (kind, created_at);
create index on activities (created_at);
