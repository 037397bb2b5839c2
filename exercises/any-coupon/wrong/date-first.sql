-- fails: pages
-- misconception: range-before-equality
-- The order of the list in front. Twenty of a campaign of today come soon; of one that has hardly begun, the index is read
-- to its end.
create index on orders (created_at, coupon) where coupon is not null;
