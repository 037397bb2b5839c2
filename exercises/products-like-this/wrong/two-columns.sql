-- fails: seeks, pages, sorted
-- misconception: function-on-column
-- Both measures are in it, one behind the other. What is near in both is scattered all over it.
create index on products (price, ((attributes->>'weight_g')::float8));
