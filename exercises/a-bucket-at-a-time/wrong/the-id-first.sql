-- fails: pages
-- misconception: wrong-leading-column
-- In the order in which the job goes on. Between two orders of a bucket lie those of 255 others.
create index on orders (id, (hashint4extended(customer_id, 0) & 1023)) where (hashint4extended(customer_id, 0) & 1023) >= 768;
