create unique index on orders_by_quarter (created_at, reference);
