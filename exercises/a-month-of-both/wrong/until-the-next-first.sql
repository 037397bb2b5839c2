-- fails: one-of-lines
-- BETWEEN takes its end in. At the end of a quarter that is the first moment of the next partition, which is read for it.
select s.status, count(distinct s.id) as sales, sum(l.quantity) as pieces
from sales s
left join lines l on l.sale_id = s.id and l.sold_at = s.created_at
  and l.sold_at between $1 and $1::timestamptz + interval '1 month'
where s.created_at >= $1 and s.created_at < $1::timestamptz + interval '1 month'
group by s.status
order by s.status
