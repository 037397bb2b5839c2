create index on orders (created_at) where status = 'pending';
