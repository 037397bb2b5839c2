create index on orders using hash (customer_id);
