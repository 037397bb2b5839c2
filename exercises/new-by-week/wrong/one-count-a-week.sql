-- fails: pages, quick
-- misconception: correlated-subquery
-- No join, so no nested loop in the text. The table is read once for each week instead.
select w.week, (
  select count(*) from products p
  where p.created_at >= w.week and p.created_at < w.week + interval '7 days'
) as products
from generate_series($1::timestamptz, $2::timestamptz, interval '7 days') as w (week)
order by w.week
