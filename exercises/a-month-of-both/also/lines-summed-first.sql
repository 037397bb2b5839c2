-- The lines of a sale are added up before the join.
select s.status, count(distinct s.id) as sales, sum(l.pieces)::bigint as pieces
from sales s
left join (
  select sale_id, sold_at, sum(quantity) as pieces
  from lines
  where sold_at >= $1 and sold_at < $1::timestamptz + interval '1 month'
  group by sale_id, sold_at
) l on (l.sale_id, l.sold_at) = (s.id, s.created_at)
where s.created_at >= $1 and s.created_at < $1::timestamptz + interval '1 month'
group by s.status
order by s.status
