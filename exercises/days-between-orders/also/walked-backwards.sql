-- Both columns turned round: an index can be walked from its end.
create index on orders (customer_id desc, created_at desc);
