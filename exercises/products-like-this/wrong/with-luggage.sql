-- fails: lean
-- Five products are shown, and the index carries the texts of all of them.
create index on products using gist (point(price::float8, (attributes->>'weight_g')::float8 / 20))
include (id, sku, name, description, price);
