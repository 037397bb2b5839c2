-- fails: lean, writes
-- misconception: redundant-write-cost
-- Right and quick, and 24 of its 25 entries are of orders without a coupon.
create index on orders (coupon, created_at);
