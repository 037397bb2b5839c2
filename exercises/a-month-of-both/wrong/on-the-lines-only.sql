-- fails: one-of-sales, pages, rows
-- misconception: partition-key-missing
-- The range is moved to where it was missing. In ON it no longer chooses the sales: every sale of the year is counted.
select s.status, count(distinct s.id) as sales, sum(l.quantity) as pieces
from sales s
left join lines l on l.sale_id = s.id and l.sold_at = s.created_at
  and l.sold_at >= $1 and l.sold_at < $1::timestamptz + interval '1 month'
group by s.status
order by s.status
