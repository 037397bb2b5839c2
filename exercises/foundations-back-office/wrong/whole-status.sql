-- fails: lean
-- An index on every status for the sake of one that is rare.
create index on products (category_id);
create index on order_items (order_id);
create index on orders (customer_id);
create index on orders (status, created_at);
