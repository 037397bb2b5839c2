-- exercise: one-customers-orders
-- verdict: refused
-- rule: function
-- behind: seeks
-- A table of unknown size is taken for a small one.
select pg_clear_relation_stats('public', 'orders');
