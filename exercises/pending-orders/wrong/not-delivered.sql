-- fails: pages, small
-- misconception: redundant-write-cost
-- Pending implies "not delivered", so it is used; the old cancelled and returned orders are in it and in the way.
create index on orders (created_at, id) where status <> 'delivered';
