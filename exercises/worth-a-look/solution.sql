create index on order_items ((quantity * price));
analyze order_items;
