-- fails: sort
-- The date is in the index, but not in its order: what is included is carried, not sorted.
create index on orders (customer_id) include (created_at);
