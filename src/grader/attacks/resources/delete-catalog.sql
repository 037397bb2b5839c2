-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: fault
-- The catalog is what the engine knows of itself.
delete from pg_class;
