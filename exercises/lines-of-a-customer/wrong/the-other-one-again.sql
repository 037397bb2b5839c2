-- fails: nothing-idle
-- misconception: duplicate-index
-- The right index, and the other column of the join once more, to be on the safe side. It has been there all along.
create index on orders (customer_id);
create index on order_items (order_id);
