-- Weeks by their number, from the first on.
select $1::timestamptz + n.number * interval '7 days' as week, count(p.id) as products
from generate_series(0, floor(extract(epoch from $2::timestamptz - $1::timestamptz) / 604800)::integer) as n (number)
left join products p
  on floor(extract(epoch from p.created_at - $1::timestamptz) / 604800)::integer = n.number
group by n.number
order by week
