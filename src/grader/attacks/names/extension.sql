-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: sql-error
-- An extension brings operators that nobody asked for.
create extension if not exists pg_trgm;
