-- As key columns the two share entries (deduplication), which an INCLUDE index cannot do: it is smaller.
vacuum order_items;
create index on order_items (product_id, quantity);
