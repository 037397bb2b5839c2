-- exercise: worth-a-look
-- verdict: refused
-- rule: function
-- behind: unchanged
-- ANALYZE is allowed, and what it found is written over.
analyze order_items;
select pg_restore_attribute_stats('schemaname', 'public', 'relname', 'order_items', 'attname', 'quantity', 'inherited', false,
  'null_frac', 0.9999::real, 'avg_width', 4, 'n_distinct', 2::real);
