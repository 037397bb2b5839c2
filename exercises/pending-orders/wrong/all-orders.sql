-- fails: small, writes
-- misconception: redundant-write-cost
-- Quick, and 200,000 entries big: every order pays for it for ever.
create index on orders (status, created_at, id);
