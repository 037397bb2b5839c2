-- fails: pages
-- misconception: wrong-leading-column
-- The orders with a coupon in the order of time: those of other campaigns are fetched and thrown away.
create index on orders (created_at) where coupon is not null;
