-- fails: rows
-- date_trunc knows one beginning of a week, and that is Monday. The report begins on the day it is asked to.
select w.week, count(p.id) as products
from generate_series($1::timestamptz, $2::timestamptz, interval '7 days') as w (week)
left join products p
  on date_trunc('week', p.created_at) = w.week
group by w.week
order by w.week
