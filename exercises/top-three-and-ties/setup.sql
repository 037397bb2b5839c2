create index orders_customer_id_total_idx on orders (customer_id, total);
