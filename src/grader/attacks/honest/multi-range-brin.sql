-- exercise: sales-of-a-day
-- Ranges of pages, with parameters of an operator class.
create index on orders using brin (created_at timestamptz_minmax_multi_ops (values_per_range = 16)) with (pages_per_range = 32, autosummarize = on);
