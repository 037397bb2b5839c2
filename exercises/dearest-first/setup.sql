create index orders_total_created_at_id_idx on orders (total desc, created_at, id);
