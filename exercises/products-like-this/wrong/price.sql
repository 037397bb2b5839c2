-- fails: seeks, pages, sorted
-- misconception: function-on-column
-- A sorted list of prices: no place in it is near in weight as well, and the query does not ask for a price.
create index on products (price);
