-- fails: pages, unchanged
-- misconception: partial-not-implied
-- Small, and made for the bucket that is being moved. There are 255 more.
create index on orders (id) where (hashint4extended(customer_id, 0) & 1023) = 800;
