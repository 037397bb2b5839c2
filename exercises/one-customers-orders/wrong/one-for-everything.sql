-- fails: lean, writes
-- misconception: redundant-write-cost
-- "An index for every way we might ask": one would do, and each insert pays for all.
create index on orders (customer_id);
create index on orders (customer_id, created_at);
create index on orders (customer_id, total);
