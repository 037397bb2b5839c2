-- fails: seeks, pages, sorted
-- misconception: function-on-column
-- The same plane turned over. To PostgreSQL it is another expression.
create index on products using gist (point((attributes->>'weight_g')::float8 / 20, price::float8));
