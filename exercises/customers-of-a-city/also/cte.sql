with local as (
  select id, name from customers where city = $1
), bought as (
  select o.customer_id, count(*) as orders, sum(o.total) as spent
  from orders o
  where o.customer_id in (select id from local)
  group by o.customer_id
)
select l.id, l.name, coalesce(b.orders, 0) as orders, coalesce(b.spent, 0) as spent
from local l
left join bought b on b.customer_id = l.id
order by l.id
