-- exercise: worth-a-look
-- verdict: refused
-- rule: function
-- behind: unchanged
-- Statistics belong to the expressions of indexes too, and can be written there.
create index worth on order_items ((quantity * price));
analyze order_items;
select pg_restore_attribute_stats('schemaname', 'public', 'relname', 'worth', 'attnum', 1::smallint, 'inherited', false,
  'null_frac', 0.9999::real, 'avg_width', 8, 'n_distinct', 5::real);
