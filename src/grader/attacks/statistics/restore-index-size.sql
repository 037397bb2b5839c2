-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- behind: unchanged
-- An index that is said to have one page.
create index by_customer on orders (customer_id);
select pg_restore_relation_stats('schemaname', 'public', 'relname', 'by_customer', 'relpages', 1, 'reltuples', 1::real);
