-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- The configuration file outlives every reset of the session.
alter system set enable_seqscan = off;
select pg_reload_conf();
