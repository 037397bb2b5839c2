-- fails: unchanged, pages, sort
-- misconception: partial-not-implied
-- Tiny, and for the one coupon on the screen.
create index on orders (created_at) where coupon = 'SORRY';
