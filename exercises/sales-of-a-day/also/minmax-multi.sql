create index on orders using brin (created_at timestamptz_minmax_multi_ops);
