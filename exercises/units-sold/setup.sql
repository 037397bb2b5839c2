-- This morning's corrections: one line in fifty, on every page of the table.
update order_items set quantity = quantity + 1 where id % 50 = 7;
