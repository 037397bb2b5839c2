-- fails: unchanged
-- misconception: partial-not-implied
-- All four coupons of today. A plan for any $1 cannot know that it will be one of them.
create index on orders (coupon, created_at) where coupon in ('SORRY', 'SPRING', 'WELCOME', 'FRIEND');
