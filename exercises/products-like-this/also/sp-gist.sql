-- Divides the plane instead of putting boxes around the points. For points it knows the distance as well.
create index on products using spgist (point(price::float8, (attributes->>'weight_g')::float8 / 20));
