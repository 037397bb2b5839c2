-- fails: seeks, expects, no-hash, pages
-- misconception: function-on-column
-- The same product to a person. The planner compares expressions, it does not do algebra.
create index on order_items ((price * quantity));
analyze order_items;
