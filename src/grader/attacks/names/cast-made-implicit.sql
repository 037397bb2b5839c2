-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A cast that PostgreSQL then applies without being asked.
update pg_cast set castcontext = 'i' where castsource = 'text'::regtype;
