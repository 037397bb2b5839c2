-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- behind: unchanged
-- Made for dump and restore; writes what it is told.
select pg_restore_relation_stats('schemaname', 'public', 'relname', 'orders', 'relpages', 1, 'reltuples', 1e9::real);
