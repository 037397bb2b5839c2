-- fails: rows
-- The partition of the month on the screen, by its bounds.
select s.status, count(distinct s.id) as sales, sum(l.quantity) as pieces
from sales s
left join lines l on l.sale_id = s.id and l.sold_at = s.created_at
  and l.sold_at >= '2024-07-01 00:00+00' and l.sold_at < '2024-10-01 00:00+00'
where s.created_at >= $1 and s.created_at < $1::timestamptz + interval '1 month'
group by s.status
order by s.status
