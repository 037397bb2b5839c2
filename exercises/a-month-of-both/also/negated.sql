-- The two tables the other way round, and the ends of the month as what a line is not.
with month as materialized (
  select id, created_at, status from sales
  where created_at >= $1 and created_at < $1::timestamptz + interval '1 month'
)
select s.status, count(distinct s.id) as sales, sum(l.quantity) as pieces
from lines l
right join month s on l.sale_id = s.id and l.sold_at = s.created_at
  and not (l.sold_at < $1) and not (l.sold_at >= $1::timestamptz + interval '1 month')
group by s.status
order by s.status
