-- fails: small
-- misconception: redundant-write-cost
-- Few orders are pending, so each may bring along what it has. The screen asks for none of it.
create index on orders (created_at, id) include (customer_id, status, total) where status = 'pending';
