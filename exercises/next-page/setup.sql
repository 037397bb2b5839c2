create index orders_created_at_id_idx on orders (created_at, id);
