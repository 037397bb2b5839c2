create index on orders (customer_id, created_at);
