-- Both downwards: it is read from its end. And the rest of the query's condition, which is on the same bucket.
create index on orders ((hashint4extended(customer_id, 0) & 1023) desc, id desc) where (hashint4extended(customer_id, 0) & 1023) > 767;
