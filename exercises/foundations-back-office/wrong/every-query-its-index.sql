-- fails: lean, orders
-- misconception: redundant-write-cost
-- Six queries, six indexes: two of them save next to nothing in an hour and are paid for with every order.
create index on products (category_id);
create index on order_items (order_id);
create index on orders (customer_id);
create index on orders (created_at);
create index on orders (status);
create index on orders (status, created_at);
