-- fails: lean, writes
-- misconception: redundant-write-cost
-- Every order is in it, also those of the buckets that stay.
create index on orders ((hashint4extended(customer_id, 0) & 1023), id);
