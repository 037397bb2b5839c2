create index on products using gist (point(price::float8, (attributes->>'weight_g')::float8 / 20));
