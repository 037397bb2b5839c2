-- fails: seeks, pages, sorted
-- misconception: function-on-column
-- Points, but of other units: the query divides the weight by 20.
create index on products using gist (point(price::float8, (attributes->>'weight_g')::float8));
