-- fails: lean, nothing-idle
-- misconception: redundant-write-cost
-- One index for the foreign key and another for the list. An index that begins with the column serves both.
create index on threads (user_id);
create index on activities (user_id);
create index on activities (user_id, created_at);
create index on activities (organization_id, user_id, created_at);
