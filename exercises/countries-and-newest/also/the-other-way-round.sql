-- Read backwards, this is the same order.
create index on customers (country desc, created_at);
