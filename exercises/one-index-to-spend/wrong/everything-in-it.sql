-- fails: lean
-- misconception: redundant-write-cost
-- One index is one index, however wide.
create index on activities (user_id, kind, created_at) include (organization_id, thread_id, id);
