create index orders_created on orders (created_at);
create index orders_customer on orders (customer_id);
create index orders_customer_created on orders (customer_id, created_at);
create index orders_date on orders (created_at);
create index orders_lookup on orders (id);
create index orders_status on orders (status);
