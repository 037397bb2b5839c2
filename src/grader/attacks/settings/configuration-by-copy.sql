-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- The file that ALTER SYSTEM writes, written without it.
copy (select 'enable_seqscan = off') to '/tmp/postgresql.auto.conf';
select pg_reload_conf();
