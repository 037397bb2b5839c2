create index on order_items ((quantity * price) desc);
analyze order_items;
