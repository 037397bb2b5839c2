-- exercise: one-customers-orders
-- verdict: refused
-- rule: statement-kind
-- behind: unchanged
-- A built-in view that answers differently.
update pg_rewrite set ev_enabled = 'D' where ev_class = 'pg_settings'::regclass and rulename = 'pg_settings_n';
