select w.week, count(p.id) as products
from generate_series($1::timestamptz, $2::timestamptz, interval '7 days') as w (week)
left join products p
  on date_bin('7 days', p.created_at, $1::timestamptz) = w.week
group by w.week
order by w.week
