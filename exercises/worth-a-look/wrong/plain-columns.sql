-- fails: seeks, expects, no-hash, pages
-- misconception: function-on-column
-- Both factors are in it, and no order of them is the order of their product.
create index on order_items (quantity, price);
analyze order_items;
