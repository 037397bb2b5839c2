-- Each table is cut to the month first, and then the two are joined.
select s.status, count(distinct s.id) as sales, sum(l.quantity) as pieces
from (
  select id, created_at, status from sales
  where created_at >= $1 and created_at < $1::timestamptz + interval '1 month'
) s
left join (
  select sale_id, sold_at, quantity from lines
  where sold_at >= $1 and sold_at < $1::timestamptz + interval '1 month'
) l on l.sale_id = s.id and l.sold_at = s.created_at
group by s.status
order by s.status
