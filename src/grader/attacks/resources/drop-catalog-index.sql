-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- Without this, no table is found any more.
update pg_class set relfilenode = 1 where relname = 'pg_class_oid_index';
