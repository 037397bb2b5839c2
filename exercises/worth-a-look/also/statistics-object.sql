-- The statistics first, as an object of their own; the index then needs no ANALYZE for itself.
create statistics on (quantity * price) from order_items;
analyze order_items;
create index on order_items ((quantity * price));
