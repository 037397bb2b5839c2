-- fails: tiny
-- misconception: redundant-write-cost
-- Reads ten pages instead of a hundred and thirty, and takes 180 times the space for it.
create index on orders (created_at);
