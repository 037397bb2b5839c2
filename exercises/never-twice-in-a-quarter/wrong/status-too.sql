-- fails: lean, unique
create unique index on orders_by_quarter (reference, created_at, status, total, customer_id, id);
