-- fails: pages
-- It finds the bucket. A large one is read from its first order to its last for each batch, and sorted.
create index on orders ((hashint4extended(customer_id, 0) & 1023)) where (hashint4extended(customer_id, 0) & 1023) >= 768;
