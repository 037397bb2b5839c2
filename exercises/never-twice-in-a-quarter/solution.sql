create unique index on orders_by_quarter (reference, created_at);
