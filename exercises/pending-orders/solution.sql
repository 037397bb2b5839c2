create index on orders (created_at, id) where status = 'pending';
