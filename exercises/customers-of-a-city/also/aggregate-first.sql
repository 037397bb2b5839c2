-- All customers are aggregated and most of them thrown away; still one pass over each table.
select c.id, c.name, coalesce(s.orders, 0) as orders, coalesce(s.spent, 0) as spent
from customers c
left join (
  select customer_id, count(*) as orders, sum(total) as spent from orders group by customer_id
) s on s.customer_id = c.id
where c.city = $1
order by c.id
