-- fails: rows
-- The range is right, and in WHERE it is asked of the missing line too. Sales without lines are gone.
select s.status, count(distinct s.id) as sales, sum(l.quantity) as pieces
from sales s
left join lines l on l.sale_id = s.id and l.sold_at = s.created_at
where s.created_at >= $1 and s.created_at < $1::timestamptz + interval '1 month'
  and l.sold_at >= $1 and l.sold_at < $1::timestamptz + interval '1 month'
group by s.status
order by s.status
