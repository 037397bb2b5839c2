create index on orders (coupon, created_at) where coupon is not null;
