-- exercise: one-customers-orders
-- verdict: refused
-- rule: schema
-- The catalog is made of tables.
create index on pg_catalog.pg_class (relname);
