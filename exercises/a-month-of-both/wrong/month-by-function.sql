-- fails: one-of-lines, pages
-- misconception: partition-key-in-function
-- The month of the line by a function. The bounds of a partition say nothing about what date_trunc makes of the column.
select s.status, count(distinct s.id) as sales, sum(l.quantity) as pieces
from sales s
left join lines l on l.sale_id = s.id and l.sold_at = s.created_at
  and date_trunc('month', l.sold_at, 'UTC') = $1::timestamptz
where s.created_at >= $1 and s.created_at < $1::timestamptz + interval '1 month'
group by s.status
order by s.status
