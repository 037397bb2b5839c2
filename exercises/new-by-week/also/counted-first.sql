-- The products are counted by week, and the few counts are joined to the weeks.
select w.week, coalesce(c.products, 0) as products
from generate_series($1::timestamptz, $2::timestamptz, interval '7 days') as w (week)
left join (
  select date_bin('7 days', created_at, $1::timestamptz) as week, count(*) as products
  from products
  group by 1
) as c on c.week = w.week
order by w.week
