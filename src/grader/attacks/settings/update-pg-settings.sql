-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: seeks
-- pg_settings is a view with a rule: an UPDATE of it is a SET.
update pg_settings set setting = 'off' where name = 'enable_seqscan';
