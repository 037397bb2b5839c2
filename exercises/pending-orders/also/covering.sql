create index on orders (created_at, id, customer_id) where status in ('pending');
