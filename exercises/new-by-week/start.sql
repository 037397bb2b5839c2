select w.week, count(p.id) as products
from generate_series($1::timestamptz, $2::timestamptz, interval '7 days') as w (week)
left join products p
  on p.created_at >= w.week and p.created_at < w.week + interval '7 days'
group by w.week
order by w.week
