-- fails: seeks, pages
-- misconception: partial-not-implied
-- Pending orders are recent, so this holds them all; but the query does not promise to ask for recent ones only.
create index on orders (created_at, id) where status = 'pending' and created_at >= '2025-02-01';
