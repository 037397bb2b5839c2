-- exercise: worth-a-look
-- The expression counted by name as well as with its index.
create statistics worth (ndistinct) on quantity, price, (quantity * price) from order_items;
create index on order_items ((quantity * price));
analyze;
