-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- An operator that cannot be hashed leaves no hash join to choose.
update pg_operator set oprcanhash = false where oid = 'pg_catalog.=(integer, integer)'::regoperator;
